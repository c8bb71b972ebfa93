package org.ringbook.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ringbook.model.Site;

/** Names contents by what they are. */
public final class Digest {

  private static final int NAME_LENGTH = 32;

  private final MessageDigest sha256;

  /** An empty digest. */
  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds a name and its contents; lengths keep neighbours apart. */
  public Digest add(String name, byte[] contents) {
    sha256.update(
        (name.length() + ":" + name + ":" + contents.length + ":")
            .getBytes(StandardCharsets.UTF_8));
    sha256.update(contents);
    return this;
  }

  /** The first half of the digest in hexadecimal: 128 bits, enough that no two contents meet. */
  public String name() {
    return HexFormat.of().formatHex(sha256.digest()).substring(0, NAME_LENGTH);
  }

  /** Of all files of a site. */
  public static String of(Site site) {
    var digest = new Digest();
    site.files().forEach(digest::add);
    return digest.name();
  }
}
