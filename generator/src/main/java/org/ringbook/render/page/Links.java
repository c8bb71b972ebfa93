package org.ringbook.render.page;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import java.util.List;

/**
 * Turns addresses that are relative to the root of the site into addresses that work on one page.
 *
 * @param root the way from the page to the root, such as {@code ../}, or a base path
 */
record Links(String root) implements TemplateMethodModelEx {

  /** For a page at this address. */
  static Links from(String path) {
    return new Links("../".repeat((int) path.chars().filter(c -> c == '/').count()));
  }

  /**
   * The address as a link on the page; one with a scheme, and a mere fragment, stay as they are.
   */
  String to(String url) {
    return url.startsWith("#") || url.matches("[a-z][a-z0-9+.-]*:.*") ? url : root + url;
  }

  @Override
  @SuppressWarnings("rawtypes") // the signature of the template engine
  public TemplateModel exec(List arguments) {
    return new SimpleScalar(to(String.valueOf(arguments.getFirst())));
  }
}
