package org.ringbook.search.verify;

import java.util.EnumSet;
import java.util.Set;

/** How C declares a name. */
enum Shape {
  /** {@code #define name}. */
  MACRO,
  /** A prototype or a definition. */
  FUNCTION,
  /** Of a structure or union; a method of a kernel interface too. */
  MEMBER,
  /** Of an enumeration. */
  ENUMERATOR,
  /** A structure, union or enumeration with its body. */
  TAG,
  /** The new name of a type. */
  TYPEDEF,
  /** An object at file scope. */
  VARIABLE,
  /** What a macro such as {@code MBUF_DEFINE(mbuf, …)} makes of its first argument. */
  MADE;

  /**
   * What may stand for a name of this kind: kernels turn functions into macros and back, and a flag
   * into an enumerator, without telling anybody; but never a function into a member.
   *
   * @param kind of the evidence; an unknown one may be anything
   */
  static Set<Shape> of(String kind) {
    return switch (kind) {
      case "function", "macro" -> EnumSet.of(MACRO, FUNCTION, VARIABLE, MADE);
      case "callback" -> EnumSet.of(MEMBER, TYPEDEF, FUNCTION, MACRO, VARIABLE, MADE);
      case "struct" -> EnumSet.of(TAG, TYPEDEF, MACRO, MADE);
      case "flag", "ioctl", "oid" -> EnumSet.of(MACRO, ENUMERATOR, VARIABLE, MADE);
      case "member" -> EnumSet.of(MEMBER, MACRO, MADE);
      default -> EnumSet.allOf(Shape.class);
    };
  }
}
