package org.ringbook.search.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.Os;

class VerifierTest {

  private final SourceFolder tree;

  VerifierTest(@TempDir Path dir) {
    this.tree = new SourceFolder(dir);
  }

  @ParameterizedTest(name = "{0} {3} in {4}")
  @CsvSource(
      textBlock =
          """
          linux,   kmalloc,  function, include/linux/slab.h,             include/linux/slab.h
          linux,   kmalloc,  function, include/linux/slab.h,             usr/src/x/include/linux/slab.h
          linux,   kmalloc,  function, include/uapi/linux/slab.h,        usr/include/linux/slab.h
          freebsd, malloc,   function, sys/sys/malloc.h,                 src/sys/sys/malloc.h
          freebsd, malloc,   function, sys/sys/malloc.h,                 usr/include/sys/malloc.h
          freebsd, malloc,   function, sys/amd64/include/malloc.h,       usr/include/machine/malloc.h
          netbsd,  malloc,   function, sys/sys/malloc.h (used),          sys/sys/malloc.h
          illumos, kmem,     function, usr/src/uts/common/sys/kmem.h,    usr/include/sys/kmem.h
          windows, NdisX,    function, mingw-w64 include/ddk/ndis.h,     share/include/ddk/ndis.h
          windows, NdisX,    function, wdk-ddi-src/content/ndis/nf-ndis-ndisx.md, include/ddk/ndis.h
          """)
  void theNamedFileIsFoundWhereTreesHaveIt(
      String os, String name, String kind, String declaredIn, String path) throws IOException {
    tree.with(path, "\nint " + name + "(void);\n").with("a.h", "int " + name + "(void);");
    Check check = tree.check(Os.of(os).orElseThrow(), name, kind, declaredIn);
    assertEquals(State.FOUND, check.state());
    assertEquals(path + ":2", check.path() + ":" + check.line());
  }

  @Test
  void aNameInAnotherFileHasMoved() throws IOException {
    tree.with("include/linux/slab.h", "/* kmalloc went away */")
        .with("include/linux/deep/er.h", "int kmalloc(int);")
        .with("include/linux/near.h", "\n\nint kmalloc(int);");
    Check check = tree.check(Os.LINUX, "kmalloc", "function", "include/linux/slab.h");
    assertEquals(State.MOVED, check.state());
    assertEquals("include/linux/near.h:3", check.path() + ":" + check.line());
  }

  @Test
  void aNameThatIsOnlyUsedIsGone() throws IOException {
    tree.with("include/linux/slab.h", "struct a { int kmalloc; }; int b(int kmalloc);")
        .with("mm/private.c", "static int kmalloc(void) { return 0; }");
    Check check = tree.check(Os.LINUX, "kmalloc", "function", "include/linux/slab.h");
    assertEquals(State.GONE, check.state());
    assertEquals("", check.path());
  }

  @Test
  void aSourceFileCountsWhereTheEvidenceNamesIt() throws IOException {
    tree.with("sys/net/iflib.c", "int iflib_x(void) { return 0; }");
    Check check = tree.check(Os.FREEBSD, "iflib_x", "function", "sys/net/iflib.c (caller); dev/x");
    assertEquals(State.FOUND, check.state());
  }

  @Test
  void whatOnlyAManualPageHasIsNotChecked() throws IOException {
    tree.with("usr/src/uts/common/sys/a.h", "int a;");
    Check check = tree.check(Os.ILLUMOS, "timeout", "function", "usr/src/man/man9f/timeout.9f");
    assertEquals(State.NOT_CHECKED, check.state());
    assertEquals("only a manual page is known to have it", check.reason());
  }

  @Test
  void aFreeBsdInterfaceFileMakesCalls() throws IOException {
    tree.with(
        "sys/kern/device_if.m",
        "INTERFACE device;\n# METHOD int gone {\nMETHOD int suspend {\n\tdevice_t dev;\n};\n");
    Check call = tree.check(Os.FREEBSD, "DEVICE_SUSPEND", "callback", "sys/kern/device_if.m");
    assertEquals("FOUND 3", call.state() + " " + call.line());
    Check slot = tree.check(Os.FREEBSD, "device_suspend", "callback", "sys/kern/device_if.m");
    assertEquals("FOUND 3", slot.state() + " " + slot.line());
    Check gone = tree.check(Os.FREEBSD, "DEVICE_GONE", "callback", "sys/kern/device_if.m");
    assertEquals(State.GONE, gone.state());
  }

  @Test
  void pagesOfTheWindowsDocumentationAreReadByTheirNames() throws IOException {
    String page = "content/ndis/nf-ndis-ndisfree.md";
    tree.with(page, "# NdisFree\nSet NDIS_FLAG_A.\n")
        .with("content/ndis/ns-ndis-_ndis_info.md", "## fields\n### -field MoreInfo\n");
    String in = "wdk-ddi-src/" + page;
    assertEquals(1, tree.check(Os.WINDOWS, "NdisFree", "function", in).line());
    assertEquals(2, tree.check(Os.WINDOWS, "NDIS_FLAG_A", "flag", in).line());
    Check struct = tree.check(Os.WINDOWS, "NDIS_INFO", "struct", in);
    assertEquals("content/ndis/ns-ndis-_ndis_info.md", struct.path());
    assertEquals(State.MOVED, struct.state());
    assertEquals(State.MOVED, tree.check(Os.WINDOWS, "MoreInfo", "flag", in).state());
    assertEquals(State.GONE, tree.check(Os.WINDOWS, "NdisNo", "function", in).state());
    Check header = tree.check(Os.WINDOWS, "OID_X", "oid", "mingw-w64 include/ntddndis.h");
    assertEquals("a header declares it, and the tree holds pages only", header.reason());
  }

  @Test
  void theRtosIsTheBooksOwnCode() throws IOException {
    String path = "snippets/adapters/src/main/java/org/ringbook/adapters/rtos/Pool.java";
    tree.with(
        path,
        """
        /** Pool.lost() is no method. */
        final class Pool<T> {
          List<T> take(int n) throws X { return give(n); }
          abstract int give(int n);
        }
        """);
    assertEquals(3, tree.check(Os.RTOS, "Pool.take", "method", path).line());
    assertEquals(4, tree.check(Os.RTOS, "Pool.give", "method", path).line());
    assertEquals(State.GONE, tree.check(Os.RTOS, "Pool.lost", "method", path).state());
    assertEquals(State.GONE, tree.check(Os.RTOS, "Heap.take", "method", path).state());
  }

  @Test
  void linksAreNotFollowedAndOddFilesAreSkipped(@TempDir Path elsewhere) throws IOException {
    Path outside = elsewhere.resolve("out.h");
    Files.writeString(outside, "int kmalloc(void);");
    tree.with("ok.h", "int other(void);");
    Files.createSymbolicLink(tree.root().resolve("slab.h"), outside);
    Files.createSymbolicLink(tree.root().resolve("folder"), elsewhere);
    Files.createSymbolicLink(tree.root().resolve("circle"), tree.root());
    Files.write(
        tree.root().resolve("binary.h"), "int kmalloc(void);\0".getBytes(StandardCharsets.UTF_8));
    tree.with("large.h", "int kmalloc(void);" + " ".repeat((int) SourceTree.LARGEST));
    tree.with(".git/a.h", "int kmalloc(void);").with("readme.txt", "int kmalloc(void);");
    assertEquals(State.GONE, tree.check(Os.LINUX, "kmalloc", "function", "slab.h").state());
  }

  @Test
  void aFolderWithoutSourcesIsRefusedInsteadOfCallingEverythingGone() throws IOException {
    ApiMap map = SourceFolder.map(new Evidence(Os.LINUX, "a", "function", "a.h", "1"));
    Path empty = tree.root();
    assertThrows(NoSourcesException.class, () -> Verifier.verify(map, Os.LINUX, empty));
    Path none = empty.resolve("none");
    assertThrows(NotDirectoryException.class, () -> Verifier.verify(map, Os.LINUX, none));
  }

  @Test
  void namesComeInOrderAndAreCountedByState() throws IOException {
    tree.with("a.h", "int b(void);").with("x.h", "int c(void);");
    ApiMap map =
        SourceFolder.map(
            new Evidence(Os.LINUX, "c", "function", "a.h", "1"),
            new Evidence(Os.LINUX, "b", "function", "a.h", "1"),
            new Evidence(Os.LINUX, "a", "function", "a.h", "1"));
    Verification all = Verifier.verify(map, Os.LINUX, tree.root());
    assertEquals(
        List.of("a", "b", "c"), all.checks().stream().map(c -> c.evidence().symbol()).toList());
    assertEquals(1, all.in(State.FOUND).size());
    assertEquals(1, all.in(State.MOVED).size());
    assertEquals(1, all.in(State.GONE).size());
    assertEquals(2, all.files());
  }
}
