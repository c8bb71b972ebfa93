package org.ringbook.porting.trial;

import java.io.IOException;
import java.lang.classfile.ClassFile;
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
import org.ringbook.adapters.host.Host;

/**
 * Which other adapters an adapter's compiled classes name: none, if it is native.
 */
public final class Independence {
  private static final String ADAPTERS = "org/ringbook/adapters/";

  /** Shared by all: what an adapter shows to tests, and what runs early. */
  private static final Set<String> COMMON = Set.of("host", "early");

  /** A class of an adapter; its package is the first group. */
  private static final Pattern NAMED = Pattern.compile(ADAPTERS + "([a-z/]+)/[A-Z]");

  private Independence() {}

  /**
   * Reads the classes of an adapter.
   *
   * @return packages of other adapters that stand in their constant pools
   */
  public static Set<String> named(Tested tested) throws IOException {
    String own = tested.code().replace('.', '/').substring(ADAPTERS.length());
    Set<String> found = new TreeSet<>();
    for (byte[] type : classes(tested)) {
      for (PoolEntry entry : ClassFile.of().parse(type).constantPool()) {
        if (entry instanceof Utf8Entry text) {
          NAMED
              .matcher(text.stringValue())
              .results()
              .map(name -> name.group(1))
              .forEach(found::add);
        }
      }
    }
    found.removeAll(COMMON);
    found.remove(own);
    return found;
  }

  /** The class files of its package, from a folder or a jar. */
  private static List<byte[]> classes(Tested tested) throws IOException {
    Path at = place();
    String folder = tested.code().replace('.', '/');
    if (Files.isDirectory(at)) {
      return read(at.resolve(folder));
    }
    try (FileSystem jar = FileSystems.newFileSystem(at)) {
      return read(jar.getPath("/", folder));
    }
  }

  private static Path place() {
    try {
      var source = Host.class.getProtectionDomain();
      return Path.of(source.getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the adapters' classes have no path", e);
    }
  }

  private static List<byte[]> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      var types = files.filter(file -> file.toString().endsWith(".class"));
      List<byte[]> all = new ArrayList<>();
      for (Path type : types.toList()) {
        all.add(Files.readAllBytes(type));
      }
      return all;
    }
  }
}
