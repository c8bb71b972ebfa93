package org.ringbook.render.highlight;

import java.util.Set;

/** The reserved words of the languages, and those that mean something only in some places. */
final class Words {

  private Words() {}

  static final Set<String> JAVA =
      split(
          """
          abstract assert boolean break byte case catch char class const continue default do double
          else enum extends final finally float for goto if implements import instanceof int
          interface long native new package private protected public return short static strictfp
          super switch synchronized this throw throws transient try void volatile while _ true false
          null\
          """);

  /** Directives of a module declaration. */
  static final Set<String> JAVA_MODULE =
      split("requires exports opens uses provides to with transitive");

  static final Set<String> C =
      split(
          """
          auto break case char const constexpr continue default do double else enum extern false
          float for goto if inline int long nullptr register restrict return short signed sizeof
          static static_assert struct switch true typedef typeof union unsigned void volatile while
          bool alignas alignof thread_local _Alignas _Alignof _Atomic _Bool _Generic _Noreturn
          _Static_assert _Thread_local __attribute__ __asm__ asm __inline __volatile__ NULL\
          """);

  static final Set<String> SHELL =
      split(
          """
          if then elif else fi for while until do done case esac in function select time return
          export local readonly set unset shift break continue exit trap eval exec cd source
          """);

  static final Set<String> LITERALS = split("true false null yes no on off ~");

  private static Set<String> split(String words) {
    return Set.of(words.strip().split("\\s+", -1));
  }
}
