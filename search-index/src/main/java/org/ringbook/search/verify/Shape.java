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
  /** {@code struct name {}, union or enum. */
  TAG,
  /** The new name of a type. */
  TYPEDEF,
  /** An object at file scope. */
  VARIABLE;

  /**
   * What may stand for a name of this kind: kernels turn functions into macros and back, and a flag
   * into an enumerator, without telling anybody; but never a function into a member.
   *
   * @param kind of the evidence; an unknown one may be anything
   */
  static Set<Shape> of(String kind) {
    return switch (kind) {
      case "function", "macro" -> EnumSet.of(MACRO, FUNCTION, VARIABLE);
      case "callback" -> EnumSet.of(MEMBER, TYPEDEF, FUNCTION, MACRO, VARIABLE);
      case "struct" -> EnumSet.of(TAG, TYPEDEF, MACRO);
      case "flag", "ioctl", "oid" -> EnumSet.of(MACRO, ENUMERATOR, VARIABLE);
      case "member" -> EnumSet.of(MEMBER, MACRO);
      default -> EnumSet.allOf(Shape.class);
    };
  }
}
