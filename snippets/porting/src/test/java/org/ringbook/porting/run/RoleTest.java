package org.ringbook.porting.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleTest {

  @Test
  void the_team_holds_together() {
    assertEquals(List.of(), Role.faults(Role.team()));
  }

  @Test
  void every_role_is_needed() {
    for (Role role : Role.team()) {
      List<Role> rest = new ArrayList<>(Role.team());
      rest.remove(role);
      assertFalse(Role.faults(rest).isEmpty(), role.name());
    }
  }

  @Test
  void nobody_judges_what_he_made_nor_what_he_has_not_read() {
    List<Role> team = new ArrayList<>(Role.team());
    team.add(new Role("x", Set.of(), Set.of(Item.CODE), Set.of(Item.CODE), ""));
    List<String> faults = Role.faults(team);
    assertTrue(faults.contains("two make: code, [coder, x]"), faults::toString);
    assertTrue(faults.contains("x judges its own code"), faults::toString);
    assertTrue(faults.contains("x refuses unread: code"), faults::toString);
  }

  /** The handbook's table is this file. */
  @Test
  void the_table_of_the_handbook_is_the_team() throws IOException {
    assertEquals(Role.table(Role.team()), Files.readString(Path.of("roles.tsv")));
  }
}
