package org.ringbook.render.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;

/**
 * The classes of ditaa, which its jar holds as a jar inside a Ruby gem, where no class path
 * reaches.
 *
 * <p>They are read into memory (100 KB) once.
 */
final class DitaaClasses extends ClassLoader {

  private static final String JAR =
      "gems/asciidoctor-diagram-ditaamini-1.0.3/lib/asciidoctor-diagram/ditaa/ditaamini-1.0.3.jar";

  private final Map<String, byte[]> classes = new HashMap<>();

  DitaaClasses() {
    super("ditaa", DitaaClasses.class.getClassLoader());
    try (InputStream in = DitaaClasses.class.getClassLoader().getResourceAsStream(JAR)) {
      if (in == null) {
        throw new IllegalStateException("ditaa is not on the class path: no " + JAR);
      }
      read(new JarInputStream(in));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + JAR, e);
    }
  }

  private void read(JarInputStream jar) throws IOException {
    for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
      String name = entry.getName();
      if (name.endsWith(".class")) {
        String className = name.substring(0, name.length() - ".class".length()).replace('/', '.');
        classes.put(className, jar.readAllBytes());
      }
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] code = classes.get(name);
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, code, 0, code.length);
  }
}
