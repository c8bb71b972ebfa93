package org.ringbook.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The script that reloads an open page; only served pages have it, published ones don't. */
final class LiveScript {

  /** Address of the script. */
  static final String PATH = "/ringbook-live.js";

  private static final String TAG = "<script src=\"" + PATH + "\" defer></script></head>";

  private LiveScript() {}

  static byte[] inject(byte[] html) {
    String page = new String(html, StandardCharsets.UTF_8);
    return page.replaceFirst("</head>", TAG).getBytes(StandardCharsets.UTF_8);
  }

  static byte[] source() {
    try (InputStream script = LiveScript.class.getResourceAsStream("live.js")) {
      if (script == null) {
        throw new IllegalStateException("live.js is missing from the generator");
      }
      return script.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
