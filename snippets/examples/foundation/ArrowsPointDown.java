//JAVA 25+
//DESCRIPTION Draws who uses whom among the packages, from their compiled classes.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.freebsd.iflib.IflibHost;
import org.ringbook.adapters.illumos.IllumosHost;
import org.ringbook.adapters.linux.LinuxHost;
import org.ringbook.adapters.netbsd.NetBsdHost;
import org.ringbook.adapters.rtos.RtosHost;
import org.ringbook.adapters.windows.WindowsHost;
import org.ringbook.dataplane.admin.AdminQueue;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.TwoMachines;

/** From these classes all others can be reached. */
static final List<Class<?>> TOPS =
    List.of(
        LinuxHost.class,
        FreeBsdHost.class,
        IflibHost.class,
        NetBsdHost.class,
        IllumosHost.class,
        WindowsHost.class,
        RtosHost.class,
        TwoMachines.class,
        SimulatedNic.class,
        TenGigabitNic.class,
        AdminQueue.class,
        FrameBuilder.class);

void main() throws IOException {
  Map<String, Set<String>> uses = usedFrom(TOPS);
  List<String> order = lowestFirst(uses);
  IO.println("who uses whom, lowest package first; x stands below the diagonal\n");
  for (String user : order) {
    StringBuilder row = new StringBuilder("%-22s".formatted(user));
    for (String used : order) {
      boolean self = used.equals(user);
      row.append(self ? " o" : uses.get(user).contains(used) ? " x" : " .");
    }
    IO.println(row);
  }
}

// tag::used[]
/** Packages used by each package, for all classes that can be reached. */
Map<String, Set<String>> usedFrom(List<Class<?>> tops) throws IOException {
  Map<String, Set<String>> uses = new TreeMap<>();
  Deque<String> open = new ArrayDeque<>();
  tops.forEach(top -> open.add(top.getName().replace('.', '/')));
  Set<String> seen = new TreeSet<>(open);
  while (!open.isEmpty()) {
    String name = open.remove();
    Set<String> used = uses.computeIfAbsent(packageOf(name), p -> new TreeSet<>());
    for (String next : named(name)) {
      used.add(packageOf(next));
      if (seen.add(next)) {
        open.add(next);
      }
    }
  }
  return uses;
}
// end::used[]

static final Pattern TYPE = Pattern.compile("L?(org/ringbook/[\\w/$]+);?");

/** Classes of this book that a class names, itself or in a descriptor. */
List<String> named(String type) throws IOException {
  List<String> names = new ArrayList<>();
  ClassLoader loader = TwoMachines.class.getClassLoader();
  try (InputStream in = loader.getResourceAsStream(type + ".class")) {
    for (PoolEntry entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
      if (entry instanceof Utf8Entry text) {
        Matcher found = TYPE.matcher(text.stringValue());
        while (found.find()) {
          names.add(found.group(1));
        }
      }
    }
  }
  return names;
}

String packageOf(String type) {
  String name = type.substring("org/ringbook/".length(), type.lastIndexOf('/'));
  return name.replace('/', '.');
}

// tag::order[]
/** Takes packages whose own uses are all taken; a cycle leaves none to take. */
List<String> lowestFirst(Map<String, Set<String>> uses) {
  List<String> order = new ArrayList<>();
  while (order.size() < uses.size()) {
    String next =
        uses.keySet().stream()
            .filter(name -> !order.contains(name))
            .filter(name -> onlyUses(uses.get(name), name, order))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a cycle above " + order));
    order.add(next);
  }
  return order;
}

boolean onlyUses(Set<String> used, String self, List<String> below) {
  return used.stream().allMatch(name -> name.equals(self) || below.contains(name));
}
// end::order[]
