package org.ringbook.adapters.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ringbook.adapters.host.Capability;

/** What a conformance test counts for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Proves {
  /** The row of the score. */
  Capability value();
}
