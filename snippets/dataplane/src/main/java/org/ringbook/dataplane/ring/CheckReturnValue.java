package org.ringbook.dataplane.ring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The result must be looked at. Error Prone knows annotations of this name and
 * refuses to compile a call that throws the result away, as gcc does with {@code
 * warn_unused_result}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface CheckReturnValue {}
