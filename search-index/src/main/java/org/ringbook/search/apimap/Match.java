package org.ringbook.search.apimap;

/** What the map knows about a name. */
public sealed interface Match {

  /** The concept that the name leads to. */
  Concept concept();

  /** The system whose column or false friend it is. */
  Os os();

  /** The name with the letter case of the map. */
  String name();

  /**
   * The name is right: it stands in call position.
   *
   * @param concept that lists it
   * @param role it plays there
   * @param evidence where it is declared
   */
  record Counterpart(Concept concept, Role role, Evidence evidence) implements Match {
    @Override
    public Os os() {
      return evidence.os();
    }

    @Override
    public String name() {
      return evidence.symbol();
    }
  }

  /** How a name serves a concept, the nearest first. */
  enum Role {
    /** A call of the usual way. */
    USUAL,
    /** A call of another way. */
    ALTERNATIVE,
    /** A name used beside the calls. */
    COMPANION,
    /** A flag of one of the calls. */
    FLAG
  }

  /**
   * The name is wrong for this concept; its columns say what is right.
   *
   * @param concept that warns of it
   * @param friend the name and what is wrong with it
   */
  record Misnomer(Concept concept, FalseFriend friend) implements Match {
    @Override
    public Os os() {
      return friend.os();
    }

    @Override
    public String name() {
      return friend.name();
    }
  }
}
