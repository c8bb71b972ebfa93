package org.ringbook.search.apimap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small sound map on disk, to be spoilt in one place by each test. */
final class MapFolder {

  static final String EVIDENCE =
      """
      os\tsymbol\tkind\tdeclared in\trelease
      linux\tkmalloc\tfunction\tinclude/linux/slab.h\t6.1
      freebsd\tmalloc\tfunction\tsys/sys/malloc.h\t13.0
      freebsd\tM_NOWAIT\tflag\tsys/sys/malloc.h\t13.0
      netbsd\tkmem_alloc\tfunction\tsys/sys/kmem.h\t2016
      """;

  static final String CATEGORIES =
      """
      categories:
        - {id: memory, title: Memory & more}
      """;

  static final String MEMORY =
      """
      concepts:
        - id: kmalloc
          title: Allocate
          relation: adapter
          note: Mind the flags.
          linux:
            calls: [kmalloc]
          freebsd:
            calls: [{name: malloc, phase: setup, flags: [M_NOWAIT]}]
          netbsd:
            calls: [kmem_alloc]
          illumos:
            none: no reason at all
          windows:
            none: no reason either
          falseFriends:
            - {os: windows, name: ExAllocatePool, why: "is obsolete: use the newer one"}
            - {os: freebsd, name: kalloc, why: does not exist}
          inventory: [table/kmalloc]
          does: Gets memory for the rings and for all that the driver keeps of each packet in one of them.
          rtos: {none: "no heap: all memory is laid out before the driver starts"}
      """;

  private final Path dir;

  MapFolder(Path dir) {
    this.dir = dir;
    write("evidence.tsv", EVIDENCE);
    write("categories.yaml", CATEGORIES);
    write("memory.yaml", MEMORY);
  }

  void write(String file, String text) {
    try {
      Files.writeString(dir.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces text of a file, and insists that it is there. */
  MapFolder spoil(String file, String was, String is) {
    try {
      String text = Files.readString(dir.resolve(file));
      if (!text.contains(was)) {
        throw new IllegalArgumentException(was + " is not in " + file);
      }
      write(file, text.replace(was, is));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String file) {
    try {
      Files.delete(dir.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ApiMapReader.Reading read() {
    return ApiMapReader.read(dir);
  }

  List<Finding> findings() {
    return read().findings();
  }
}
