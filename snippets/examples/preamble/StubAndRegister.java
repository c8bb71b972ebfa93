//JAVA 25+
//DESCRIPTION Calls a stub on every system, and holds stubs and register together.

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

// tag::errors[]
/** What the callers of each kernel expect from an operation that it lacks. */
enum Os {
  LINUX("-EOPNOTSUPP", -95),
  FREEBSD("EOPNOTSUPP", 45),
  NETBSD("EOPNOTSUPP", 45),
  ILLUMOS("ENOTSUP", 48),
  WINDOWS("NDIS_STATUS_NOT_SUPPORTED", 0xC00000BB);

  final String name;
  final int code;

  Os(String name, int code) {
    this.name = name;
    this.code = code;
  }
}
// end::errors[]

// tag::annotation[]
/** Marks a stub, and names the entry of the register that gives the reason. */
@Retention(RetentionPolicy.RUNTIME)
@interface NotImplementedOn {
  Os os();

  String entry();
}

/** Linux runs a program on each frame before it becomes a packet (XDP). */
interface Adapter {
  int setXdpProgram(int program);
}

record FreeBsd() implements Adapter {
  @NotImplementedOn(os = Os.FREEBSD, entry = "PX-001")
  @Override
  public int setXdpProgram(int program) {
    return Os.FREEBSD.code;
  }
}
// end::annotation[]

record NetBsd() implements Adapter {
  @NotImplementedOn(os = Os.NETBSD, entry = "PX-002")
  @Override
  public int setXdpProgram(int program) {
    return Os.NETBSD.code;
  }
}

record Illumos() implements Adapter {
  @Override
  public int setXdpProgram(int program) {
    return Os.ILLUMOS.code;
  }
}

record Windows() implements Adapter {
  @NotImplementedOn(os = Os.WINDOWS, entry = "PX-004")
  @Override
  public int setXdpProgram(int program) {
    return -38;
  }
}

record Linux() implements Adapter {
  @Override
  public int setXdpProgram(int program) {
    return 0;
  }
}

/** The register: entry, and why the work cannot be done natively. */
static final Map<String, String> REGISTER =
    new TreeMap<>(
        Map.of(
            "PX-001", "no hook runs a verified program ahead of the mbuf",
            "PX-002", "no hook runs a verified program ahead of the mbuf",
            "PX-004", "not in NDIS; XDP for Windows is an add-on",
            "PX-007", "busy polling of one queue"));

void main() {
  Set<String> unused = new TreeSet<>(REGISTER.keySet());
  call(Os.LINUX, new Linux(), unused);
  call(Os.FREEBSD, new FreeBsd(), unused);
  call(Os.NETBSD, new NetBsd(), unused);
  call(Os.ILLUMOS, new Illumos(), unused);
  call(Os.WINDOWS, new Windows(), unused);
  unused.forEach(entry -> IO.println(entry + ": STALE, no stub names it"));
}

// tag::check[]
void call(Os os, Adapter adapter, Set<String> unused) {
  int result = adapter.setXdpProgram(3);
  NotImplementedOn stub = stubOf(adapter);
  boolean refused = result == os.code;
  String verdict;
  if (stub == null) {
    verdict = refused ? "UNLISTED: a stub without annotation" : "implemented";
  } else if (!refused) {
    verdict = "FOREIGN ERROR: " + os.name() + " expects " + os.name;
  } else {
    String reason = REGISTER.getOrDefault(stub.entry(), "NO SUCH ENTRY");
    verdict = stub.entry() + ": " + reason;
  }
  unused.remove(stub == null ? "" : stub.entry());
  String code = shown(os, result);
  IO.println("%-8s returned %-10s  %s".formatted(os, code, verdict));
}
// end::check[]

NotImplementedOn stubOf(Adapter adapter) {
  for (Method method : adapter.getClass().getMethods()) {
    NotImplementedOn stub = method.getAnnotation(NotImplementedOn.class);
    if (stub != null) {
      return stub;
    }
  }
  return null;
}

String shown(Os os, int code) {
  return os == Os.WINDOWS && code < -1000 ? "0x%X".formatted(code) : "" + code;
}
