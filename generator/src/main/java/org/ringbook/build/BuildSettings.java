package org.ringbook.build;

import java.nio.file.Path;

/**
 * What a build is asked for.
 *
 * @param folders of the handbook
 * @param out the folder that the site is published to
 * @param accept whether new outputs of examples are recorded
 * @param publish whether the site is written, or only checked
 * @param always whether to build although nothing changed
 */
public record BuildSettings(
    BookFolders folders, Path out, boolean accept, boolean publish, boolean always) {

  /** Builds and publishes to the usual folder. */
  public static BuildSettings of(BookFolders folders) {
    return new BuildSettings(folders, folders.site(), false, true, false);
  }

  /** The same, but nothing is written to the site's folder. */
  public BuildSettings onlyChecking() {
    return new BuildSettings(folders, out, accept, false, always);
  }
}
