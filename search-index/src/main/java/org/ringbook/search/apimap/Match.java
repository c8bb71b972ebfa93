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
   * @param call the call itself
   */
  record Counterpart(Concept concept, Call call) implements Match {
    @Override
    public Os os() {
      return call.evidence().os();
    }

    @Override
    public String name() {
      return call.name();
    }
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
