//JAVA 25+
//DESCRIPTION Checks a team's roles: who makes, reads and may refuse what.
//SOURCES ../../porting/src/main/java/org/ringbook/porting/run/**.java

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ringbook.porting.run.Item;
import org.ringbook.porting.run.Role;

void main() {
  List<Role> team = Role.team();
  show("the team as it stands", team);
  // tag::changes[]
  show("coder also reviews", merged(team, "coder", "reviewer"));
  show("coder also writes tests", merged(team, "coder", "test writer"));
  show("no exceptions keeper", without(team, "exceptions keeper"));
  show("no eBPF specialist", without(team, "eBPF specialist"));
  show("no performance engineer", without(team, "performance engineer"));
  show("no phase manager", without(team, "phase manager"));
  // end::changes[]
  Item code = Item.CODE;
  List<String> judges =
      team.stream().filter(r -> r.refuses().contains(code)).map(Role::name).toList();
  IO.println("\n" + judges.size() + " of " + team.size() + " may refuse code:");
  judges.forEach(name -> IO.println("  " + name));
}

void show(String what, List<Role> team) {
  List<String> faults = Role.faults(team);
  IO.println(what + ": " + (faults.isEmpty() ? "holds together" : ""));
  faults.forEach(fault -> IO.println("  " + fault));
}

List<Role> without(List<Role> team, String name) {
  return team.stream().filter(role -> !role.name().equals(name)).toList();
}

/** One person, or one program, in two seats. */
List<Role> merged(List<Role> team, String one, String other) {
  List<Role> smaller = new ArrayList<>(without(without(team, one), other));
  Role a = named(team, one);
  Role b = named(team, other);
  smaller.add(
      new Role(
          one + " and " + other,
          both(a.takes(), b.takes()),
          both(a.gives(), b.gives()),
          both(a.refuses(), b.refuses()),
          b.when()));
  return smaller;
}

Role named(List<Role> team, String name) {
  return team.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
}

Set<Item> both(Set<Item> some, Set<Item> others) {
  Set<Item> all = new TreeSet<>(some);
  all.addAll(others);
  return all;
}
