package org.ringbook.porting.run;

import static org.ringbook.porting.run.Item.BUILDS;
import static org.ringbook.porting.run.Item.CODE;
import static org.ringbook.porting.run.Item.FRAMEWORKS;
import static org.ringbook.porting.run.Item.HOOKS;
import static org.ringbook.porting.run.Item.MEASUREMENTS;
import static org.ringbook.porting.run.Item.NDIS_RULES;
import static org.ringbook.porting.run.Item.PLAN;
import static org.ringbook.porting.run.Item.REGISTER;
import static org.ringbook.porting.run.Item.RESULTS;
import static org.ringbook.porting.run.Item.REVIEW;
import static org.ringbook.porting.run.Item.SCORE;
import static org.ringbook.porting.run.Item.SOURCES;
import static org.ringbook.porting.run.Item.STATE;
import static org.ringbook.porting.run.Item.TASK;
import static org.ringbook.porting.run.Item.TEST;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A seat in the team that ports a driver, whether a person or a program sits on
 * it.
 *
 * @param name of the role
 * @param takes what it needs before it can begin
 * @param gives what it makes
 * @param refuses what it may send back, whoever made it
 * @param when what makes it do so
 */
public record Role(
    String name, // as the handbook's table has it
    Set<Item> takes,
    Set<Item> gives,
    Set<Item> refuses,
    String when) {

  private static final String HEAD = "role\tinput\toutput\tmay refuse\twhen\n";

  /** Copies the sets. */
  public Role {
    takes = Set.copyOf(takes);
    gives = Set.copyOf(gives);
    refuses = Set.copyOf(refuses);
  }

  /** The team, from the top. */
  public static List<Role> team() {
    return List.of(
        new Role(
            "supervisor",
            Set.of(SOURCES, STATE, SCORE),
            Set.of(PLAN),
            Set.of(STATE, SCORE),
            "a phase ends before its gate has opened"),
        new Role(
            "phase manager",
            Set.of(PLAN, REVIEW, RESULTS),
            Set.of(TASK, STATE),
            Set.of(PLAN, REVIEW),
            "it names nothing that a program can check"),
        new Role(
            "test writer",
            Set.of(TASK, SOURCES, CODE),
            Set.of(TEST),
            Set.of(TASK, CODE),
            "it came before a test that had failed"),
        new Role(
            "coder",
            Set.of(TASK, TEST, SOURCES, FRAMEWORKS, NDIS_RULES),
            Set.of(CODE),
            Set.of(),
            "never"),
        new Role(
            "reviewer",
            Set.of(CODE, TEST, SOURCES, FRAMEWORKS, NDIS_RULES, HOOKS),
            Set.of(REVIEW),
            Set.of(CODE, TEST, FRAMEWORKS, NDIS_RULES, HOOKS),
            "the source named for it does not say so"),
        new Role(
            "verification executor",
            Set.of(CODE, TEST, BUILDS),
            Set.of(RESULTS),
            Set.of(TEST),
            "it did not fail before, or not the same way twice"),
        new Role(
            "cross-OS builder",
            Set.of(CODE),
            Set.of(BUILDS),
            Set.of(CODE),
            "it builds on the author's system only"),
        new Role(
            "performance engineer",
            Set.of(CODE, RESULTS),
            Set.of(MEASUREMENTS),
            Set.of(CODE),
            "a packet costs more than agreed"),
        new Role(
            "portability validator",
            Set.of(BUILDS, RESULTS, MEASUREMENTS, REGISTER, HOOKS),
            Set.of(SCORE),
            Set.of(RESULTS, BUILDS, MEASUREMENTS, REGISTER),
            "a system is missing in them"),
        new Role(
            "exceptions keeper",
            Set.of(CODE, SOURCES),
            Set.of(REGISTER),
            Set.of(CODE),
            "a stub has no entry, or an entry no stub"),
        new Role(
            "NDIS specialist",
            Set.of(CODE, SOURCES),
            Set.of(NDIS_RULES),
            Set.of(CODE),
            "a list is lost, kept, or completed twice"),
        new Role(
            "eBPF specialist",
            Set.of(CODE, SOURCES),
            Set.of(HOOKS),
            Set.of(CODE),
            "a stand-in is offered as the same thing"),
        new Role(
            "DPDK strategist",
            Set.of(CODE, SOURCES, PLAN),
            Set.of(FRAMEWORKS),
            Set.of(CODE, PLAN),
            "a framework comes in without reason and switch"));
  }

  // tag::faults[]
  /** What is wrong with a team; empty if it holds together. */
  public static List<String> faults(List<Role> team) {
    List<String> found = new ArrayList<>();
    for (Item item : Item.values()) {
      List<String> makers = names(team, item, Role::gives);
      if (makers.isEmpty() && item != SOURCES) {
        found.add("nobody makes: " + item);
      }
      if (makers.size() > 1) {
        found.add("two make: " + item + ", " + makers);
      }
      if (names(team, item, Role::takes).isEmpty()) {
        found.add("nobody reads: " + item);
      }
      if (names(team, item, Role::refuses).isEmpty() && item != SOURCES) {
        found.add("nobody may refuse: " + item);
      }
    }
    for (Role role : team) {
      Set<Item> own = new TreeSet<>(role.gives);
      own.retainAll(role.refuses);
      own.forEach(item -> found.add(role.name + " judges its own " + item));
      Set<Item> unread = new TreeSet<>(role.refuses);
      unread.removeAll(role.takes);
      unread.forEach(item -> found.add(role.name + " refuses unread: " + item));
    }
    return found;
  }

  // end::faults[]

  private interface Side {
    Set<Item> of(Role role);
  }

  private static List<String> names(List<Role> team, Item item, Side side) {
    var found = team.stream().filter(role -> side.of(role).contains(item));
    return found.map(Role::name).toList();
  }

  /** The team as tab-separated values with a head, for the handbook's table. */
  public static String table(List<Role> team) {
    return team.stream()
        .map(
            role ->
                String.join(
                    "\t",
                    role.name,
                    list(role.takes),
                    list(role.gives),
                    role.refuses.isEmpty() ? "nothing" : list(role.refuses),
                    role.when))
        .collect(Collectors.joining("\n", HEAD, "\n"));
  }

  private static String list(Set<Item> items) {
    var names = new TreeSet<>(items).stream().map(Item::toString);
    return names.collect(Collectors.joining(", "));
  }
}
