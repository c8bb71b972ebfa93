//JAVA 25+
//DESCRIPTION Tries seven adapters on two devices, and scores what the trial saw.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java
//SOURCES ../../porting/src/main/java/org/ringbook/porting/trial/**.java

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.PortabilityScore.Outcome;
import org.ringbook.adapters.linux.LinuxExceptions;
import org.ringbook.adapters.linux.LinuxHost;
import org.ringbook.porting.trial.FinalTrial;
import org.ringbook.porting.trial.Grade;
import org.ringbook.porting.trial.Independence;
import org.ringbook.porting.trial.Tested;

void main() throws IOException {
  // tag::trial[]
  FinalTrial trial = new FinalTrial();
  Tested.all().forEach(trial::run);
  letters(trial);
  IO.println("\nsystem         points  calls seen  TSO4       RSS        release");
  trial.systems().forEach(os -> show(trial, os));
  IO.println("\nother adapters that an adapter's classes name:");
  for (Tested tested : Tested.all()) {
    Set<String> named = Independence.named(tested);
    IO.println("  " + tested.code() + " " + (named.isEmpty() ? "none" : named));
  }
  // end::trial[]

  IO.println("\nLinux, with a fault planted in what it hands up:");
  FinalTrial planted = new FinalTrial();
  planted.run(Tested.of((m, c, s) -> flat(LinuxHost.attach(m, c, s)), STUBS));
  show(planted, "Linux");
  planted.failures().forEach((where, why) -> IO.println("  " + where + ": " + why));
}

/** P passed, e excepted by a stub that answered, F failed, - not tried. */
void letters(FinalTrial trial) {
  IO.println("%-17s".formatted("") + String.join("  ", trial.systems()));
  for (Capability feature : Capability.values()) {
    StringBuilder row = new StringBuilder("%-17s".formatted(feature));
    for (String os : trial.systems()) {
      char seen = letter(trial.score().outcome(os, feature));
      row.append(seen).append(" ".repeat(os.length() + 1));
    }
    IO.println(row.toString().stripTrailing());
  }
}

static char letter(Outcome seen) {
  return switch (seen) {
    case NOT_RUN -> '-';
    case PASSED -> 'P';
    case EXCEPTION -> 'e';
    case FAILED -> 'F';
  };
}

static final Class<?> STUBS = LinuxExceptions.class;

void show(FinalTrial trial, String os) {
  Grade grade = new Grade(trial.score(), os);
  String row = "%-14s %6d  %10d  %-10s %-10s ";
  Object[] cells = {
    os,
    grade.points(),
    trial.calls(os).size(),
    seen(trial, os, Capability.TSO4),
    seen(trial, os, Capability.RSS)
  };
  IO.println(row.formatted(cells) + (grade.released() ? "yes" : "NO"));
  grade.vetoes().forEach(veto -> IO.println("  veto: " + veto));
}

String seen(FinalTrial trial, String os, Capability feature) {
  return trial.score().outcome(os, feature).name().toLowerCase(Locale.ROOT);
}

/** The host, except that it tells its stack queue 0 for every frame. */
Host flat(Host host) {
  return (Host)
      Proxy.newProxyInstance(
          Host.class.getClassLoader(),
          new Class<?>[] {Host.class},
          (proxy, method, arguments) -> {
            try {
              Object answer = method.invoke(host, arguments);
              return method.getName().equals("received") ? onQueue0(answer) : answer;
            } catch (InvocationTargetException broken) {
              throw broken.getCause();
            }
          });
}

List<Incoming> onQueue0(Object received) {
  List<Incoming> flat = new ArrayList<>();
  for (Object one : (List<?>) received) {
    Incoming in = (Incoming) one;
    int hash = in.hash();
    boolean good = in.checksumGood();
    flat.add(new Incoming(in.bytes(), in.vlan(), 0, hash, good, in.segments()));
  }
  return flat;
}
