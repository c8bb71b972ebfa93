package org.ringbook.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.Site;
import org.ringbook.source.FileLocking;
import org.ringbook.source.IoReason;

/** Writes sites to a folder. */
public final class Publisher {

  private final Path out;
  private final Path versions;

  /**
   * A publisher to a folder, which becomes a link to the newest version beside it.
   *
   * @param out the folder; it must be absent, empty or published by this class before
   */
  public Publisher(Path out) {
    this.out = out.toAbsolutePath().normalize();
    Path name = this.out.getFileName();
    this.versions = this.out.resolveSibling("." + name + "-versions");
  }

  /** The version that the folder shows, or an empty string. */
  public String current() {
    try {
      Path target = Files.isSymbolicLink(out) ? Files.readSymbolicLink(out) : null;
      if (target == null || !Files.isRegularFile(out.resolve("report.json"))) {
        return "";
      }
      return String.valueOf(target.getFileName());
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Publishes a site.
   *
   * @return its version, or an empty string where it couldn't be written; the reason is a problem
   */
  public String publish(Site site, Problems problems) {
    String version = Digest.of(site);
    try {
      if (isTaken()) {
        problems.error(
            "folder-taken",
            Place.of(out.toString()),
            "this folder holds something that Ringbook didn't write",
            "Name another folder with --out, or remove this one.");
        return "";
      }
      try (FileLocking _ = FileLocking.hold(versions.resolve(VersionFolders.LOCK))) {
        swap(write(site, version));
        VersionFolders.keepOnly(versions, version);
      }
      return version;
    } catch (IOException e) {
      problems.error(
          "cannot-publish",
          Place.of(out.toString()),
          "the site can't be written: " + IoReason.of(e),
          "The last good site is as it was. Check space and permissions.");
      return "";
    }
  }

  private boolean isTaken() throws IOException {
    if (Files.isSymbolicLink(out)) {
      return !versions.equals(
          out.resolveSibling(Files.readSymbolicLink(out)).normalize().getParent());
    }
    // Asked once more: another build may have put its link there since.
    return Files.exists(out) && !VersionFolders.isEmpty(out) && !Files.isSymbolicLink(out);
  }

  /** Writes the site aside; a folder with a version's name is always whole. */
  private Path write(Site site, String version) throws IOException {
    Path whole = versions.resolve(version);
    if (Files.isDirectory(whole)) {
      return whole;
    }
    Files.createDirectories(versions);
    Path aside = Files.createTempDirectory(versions, "unfinished-");
    try {
      for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
        Path target = aside.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
      VersionFolders.readable(aside);
      return Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      VersionFolders.delete(aside);
      throw e;
    }
  }

  private void swap(Path whole) throws IOException {
    if (Files.isDirectory(out) && !Files.isSymbolicLink(out)) {
      Files.delete(out);
    }
    Path link = versions.resolve("link-" + whole.getFileName());
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, out.resolveSibling("").relativize(whole));
    Files.move(link, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
