//JAVA 25+
//DESCRIPTION Reads the core's compiled classes and lists every package they reach.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringbook.dataplane.ring.TxRing;

/** Packages of java.base that compute and move memory, and never ask a kernel. */
static final Set<String> HARMLESS =
    Set.of(
        "java.lang",
        "java.lang.annotation",
        "java.lang.foreign",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.nio",
        "java.util",
        "java.util.function");

/** What must never happen: a ring that writes its trace into a file. */
static final class LeakyRing {
  void trace(int tail) throws IOException {
    try (FileOutputStream log = new FileOutputStream("/var/log/ring")) {
      log.write(tail);
    }
  }
}

void main() throws IOException, URISyntaxException {
  report("core", classes(TxRing.class, "org/ringbook/dataplane"));
  String leaky = LeakyRing.class.getName() + ".class";
  try (InputStream in = LeakyRing.class.getResourceAsStream(leaky)) {
    report("leaky ring", List.of(in.readAllBytes()));
  }
}

void report(String who, List<byte[]> classes) {
  IO.println(who + " reaches");
  for (String name : packagesReached(classes)) {
    boolean core = name.startsWith("org.ringbook.dataplane.");
    boolean fine = core || HARMLESS.contains(name);
    IO.println("  " + name + (fine ? "" : "   <-- REFUSED: leads out of the core"));
  }
  IO.println("  doors to the system: " + doors(classes));
}

// tag::reached[]
static final Pattern TYPE = Pattern.compile("L(\\w+(?:/\\w+)*)/[\\w$]+;");

/** Packages named in the constant pools: what code cannot name, it cannot call. */
Set<String> packagesReached(List<byte[]> classes) {
  Set<String> reached = new TreeSet<>();
  for (PoolEntry entry : entries(classes)) {
    if (entry instanceof ClassEntry type && !type.asSymbol().isArray()) {
      reached.add(type.asSymbol().packageName());
    } else if (entry instanceof Utf8Entry descriptor) {
      TYPE.matcher(descriptor.stringValue())
          .results()
          .map(type -> type.group(1).replace('/', '.'))
          .forEach(reached::add);
    }
  }
  reached.remove("");
  return reached;
}
// end::reached[]

static final Pattern DOOR =
    Pattern.compile(
        "(Thread|System|Runtime|Process|ProcessBuilder|ClassLoader)\\..*"
            + "|Class\\.forName|foreign/(Linker|SymbolLookup)\\..*");

/** Members used of the harmless packages that lead to the system all the same. */
Set<String> doors(List<byte[]> classes) {
  Set<String> used = new TreeSet<>();
  for (PoolEntry entry : entries(classes)) {
    if (entry instanceof MemberRefEntry member) {
      String name = member.owner().asInternalName() + "." + member.name();
      String shortName = name.replaceFirst("^java/lang/", "");
      if (!shortName.equals(name) && DOOR.matcher(shortName).matches()) {
        used.add(shortName);
      }
    }
  }
  return used;
}

List<PoolEntry> entries(List<byte[]> classes) {
  List<PoolEntry> all = new ArrayList<>();
  for (byte[] bytes : classes) {
    ClassFile.of().parse(bytes).constantPool().forEach(all::add);
  }
  return all;
}

/** The class files below {@code root}, in a folder or in a jar. */
List<byte[]> classes(Class<?> type, String root)
    throws IOException, URISyntaxException {
  Path at =
      Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  if (Files.isDirectory(at)) {
    return read(at.resolve(root));
  }
  try (FileSystem jar = FileSystems.newFileSystem(at)) {
    return read(jar.getPath("/", root));
  }
}

List<byte[]> read(Path root) throws IOException {
  List<byte[]> all = new ArrayList<>();
  try (Stream<Path> files = Files.walk(root)) {
    for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
      all.add(Files.readAllBytes(file));
    }
  }
  return all;
}
