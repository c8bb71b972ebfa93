//JAVA 25+
//DESCRIPTION Lists every porting exception of the adapters, read from their stubs.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.freebsd.iflib.IflibHost;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.ExceptionRegister;
import org.ringbook.adapters.host.ExceptionRegister.Entry;
import org.ringbook.adapters.illumos.IllumosExceptions;
import org.ringbook.adapters.linux.LinuxExceptions;
import org.ringbook.adapters.netbsd.NetBsdHost;
import org.ringbook.adapters.rtos.RtosExceptions;
import org.ringbook.adapters.windows.WindowsExceptions;

// tag::gather[]
static final ExceptionRegister REGISTER =
    ExceptionRegister.of(
        LinuxExceptions.class,
        FreeBsdHost.class,
        IflibHost.class,
        NetBsdHost.class,
        IllumosExceptions.class,
        WindowsExceptions.class,
        RtosExceptions.class);

void main() {
  Map<String, TreeSet<Capability>> byOs = new TreeMap<>();
  for (Entry entry : REGISTER.entries()) {
    String os = entry.terms().os();
    byOs.computeIfAbsent(os, first -> new TreeSet<>()).add(entry.terms().feature());
  }
  byOs.forEach((os, missing) -> IO.println("%-13s lacks %s".formatted(os, missing)));
  IO.println("\nmerging received segments, asked of each:");
  byOs.keySet().forEach(os -> ask(os, Capability.RECEIVE_MERGE));
  IO.println();
  REGISTER.find("NetBSD", Capability.RECEIVE_MERGE).ifPresent(this::explain);
}

/** Calls the stub if there is one; what it answers is the kernel's own number. */
void ask(String os, Capability feature) {
  String answer =
      REGISTER
          .find(os, feature)
          .map(entry -> number(entry.answer()) + ", " + entry.terms().error())
          .orElse("no stub: it is offered");
  IO.println("%-13s %s".formatted(os, answer));
}

// end::gather[]

void explain(Entry entry) {
  IO.println("%s %s".formatted(entry.terms().os(), entry.terms().feature()));
  IO.println("  stub     " + entry.stub().getName());
  IO.println("  reason   " + entry.terms().reason());
  IO.println("  instead  " + entry.terms().instead());
  IO.println("  source   " + entry.terms().source());
}

String number(int code) {
  return code < -1000 ? "0x%X".formatted(code) : Integer.toString(code);
}
