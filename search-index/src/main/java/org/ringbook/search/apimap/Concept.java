package org.ringbook.search.apimap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that a driver does, and how each system spells it.
 *
 * @param id kebab-case, unique in the whole map; pages anchor it as {@code api-<id>}
 * @param category id of the category it belongs to
 * @param title what the driver does, in a few words
 * @param relation how far the systems' calls correspond
 * @param words what it does, who owns what, where it may be called, and what bites
 * @param columns one for each system
 * @param falseFriends names that look right and are not
 * @param inventory rows of the source inventory that this concept settles, as {@code table key}
 * @param stub what the adapter's stub answers where a system has nothing; present with exceptions
 * @param example id of the example that shows it
 */
public record Concept(
    String id,
    String category,
    String title,
    Relation relation,
    Words words,
    Map<Os, OsColumn> columns,
    List<FalseFriend> falseFriends,
    List<String> inventory,
    Optional<String> stub,
    Optional<String> example) {

  public Concept {
    columns = Map.copyOf(columns);
    falseFriends = List.copyOf(falseFriends);
    inventory = List.copyOf(inventory);
  }

  /** What bites: the difference that breaks a port made by renaming. */
  public String note() {
    return words.bites();
  }

  /** What this system offers; empty-handed where the data say nothing about it. */
  public OsColumn on(Os os) {
    OsColumn column = columns.get(os);
    return column == null
        ? new OsColumn(os, List.of(), List.of(), List.of(), List.of(), "")
        : column;
  }

  /** The false friends of one system, in the order of the data. */
  public List<FalseFriend> falseFriendsOn(Os os) {
    return falseFriends.stream().filter(friend -> friend.os() == os).toList();
  }

  /** Every call on every system, in the order of the columns. */
  public Stream<Call> everyCall() {
    return Stream.of(Os.values()).flatMap(os -> on(os).everyCall());
  }

  /** The HTML anchor of its row. */
  public String anchor() {
    return "api-" + id;
  }
}
