package org.ringbook.search.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringbook.search.apimap.Evidence;

/**
 * Where evidence says that a name is declared, in terms of the trees that readers have.
 *
 * @param path as a source tree of the system has it, with slashes
 */
record DeclaredPlace(String path) {

  private static final Pattern MANUAL = Pattern.compile("(.*/)?man\\d\\w*/[^/]+");
  private static final Pattern PAGE_OF = Pattern.compile("n[a-z]-([^-]+)-.*\\.md");

  /** Leading folders that installed headers don't have, and what stands for them there. */
  private static final List<String[]> INSTALLED =
      List.of(
          new String[] {"include/uapi/", ""},
          new String[] {"include/", ""},
          new String[] {"sys/amd64/include/", "machine/"},
          new String[] {"sys/x86/include/", "x86/"},
          new String[] {"sys/arch/x86/include/", "x86/"},
          new String[] {"sys/", ""},
          new String[] {"usr/src/uts/common/", ""},
          new String[] {"wdk-ddi-src/content/", ""});

  static DeclaredPlace of(Evidence evidence) {
    String text = evidence.declaredIn().replaceFirst("^mingw-w64 ", "");
    return new DeclaredPlace(text.replaceFirst("[;(].*", "").strip());
  }

  /** Its name without folders. */
  String file() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Manual pages describe; what they are right about, another file declares. */
  boolean isManualPage() {
    return MANUAL.matcher(path).matches();
  }

  boolean isDocPage() {
    return DocPage.isPage(file());
  }

  /** Ends of the paths under which a tree may have it, the surest first. */
  List<String> ends() {
    List<String> ends = new ArrayList<>();
    ends.add(path);
    for (String[] folders : INSTALLED) {
      if (path.startsWith(folders[0])) {
        ends.add(folders[1] + path.substring(folders[0].length()));
        break;
      }
    }
    Matcher page = PAGE_OF.matcher(file());
    if (page.matches()) {
      ends.add(page.group(1) + ".h");
    }
    return ends;
  }
}
