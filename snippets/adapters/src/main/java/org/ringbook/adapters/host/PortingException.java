package org.ringbook.adapters.host;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a port does not offer something, why, and what to do instead. It stands
 * on the stub through which the kernel asks for it; the stub answers with the
 * kernel's own error for that and does nothing else.
 *
 * <p>An exception that is registered is an answer; a feature that is silently
 * missing is a bug. The stub has no state: it is static, and all its arguments may
 * be absent.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(PortingException.Several.class)
public @interface PortingException {

  /** The kernel, as {@link Host#os} writes it. */
  String os();

  /** What is not offered. */
  Capability feature();

  /** Name of the error that the stub answers with, such as {@code EOPNOTSUPP}. */
  String error();

  /** Why, in a sentence. */
  String reason();

  /** What a user of the feature does instead, in a sentence. */
  String instead();

  /** Header, manual page or document that shows the reason. */
  String source();

  /** One stub for several features. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Several {
    /** All of them. */
    PortingException[] value();
  }
}
