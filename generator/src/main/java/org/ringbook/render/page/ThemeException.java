package org.ringbook.render.page;

/** A theme that cannot be read, or a template that fails; the message names template and line. */
public final class ThemeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ThemeException(String message, Throwable cause) {
    super(message, cause);
  }
}
