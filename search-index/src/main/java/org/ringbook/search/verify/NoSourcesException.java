package org.ringbook.search.verify;

import java.io.IOException;

/** A folder holds no header, page or source that could declare a name. */
public final class NoSourcesException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param folder that was given
   */
  public NoSourcesException(String folder) {
    super(folder);
  }
}
