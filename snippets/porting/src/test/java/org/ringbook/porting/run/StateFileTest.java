package org.ringbook.porting.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.porting.run.RunState.Step;

class StateFileTest {
  @TempDir Path folder;

  private static RunState full() {
    return RunState.START
        .made("A.java", "0123")
        .tested(Map.of("one", RunState.PASSED, "two", "Error: 3 lost"))
        .reviewed(List.of("no XDP"), List.of("iflib in tx"))
        .decided("review", "Jo Doe")
        .logged("code: RETRY")
        .logged("code: PASS")
        .at(3, Step.HELD, 2);
  }

  @Test
  void every_field_comes_back() throws IOException {
    StateFile file = new StateFile(folder.resolve("state"));
    file.save(full());
    assertEquals(full(), file.load());
    assertEquals(50, file.load().score());
    assertEquals(1, file.load().failed());
  }

  @Test
  void without_a_file_a_run_starts() throws IOException {
    assertEquals(RunState.START, new StateFile(folder.resolve("none")).load());
  }

  @Test
  void a_crash_while_writing_leaves_the_old_state() throws IOException {
    StateFile file = new StateFile(folder.resolve("state"));
    file.save(full());
    Files.writeString(folder.resolve("state.new"), "phase 9\nst");
    assertEquals(full(), file.load());
    file.save(full().logged("on"));
    assertEquals(full().logged("on"), file.load());
    assertFalse(Files.exists(folder.resolve("state.new")));
  }

  @Test
  void lines_of_a_message_become_one() throws IOException {
    StateFile file = new StateFile(folder.resolve("state"));
    file.save(RunState.START.logged("first\nphase 7").logged("a\r\nb"));
    assertEquals(List.of("first phase 7", "a b"), file.load().log());
    assertEquals(0, file.load().phase());
  }

  @Test
  void half_a_file_is_no_state() throws IOException {
    Path file = folder.resolve("state");
    Files.writeString(file, "phase 2\n");
    assertThrows(IllegalArgumentException.class, () -> new StateFile(file).load());
  }

  @Test
  void a_name_with_a_blank_would_not_come_back() {
    RunState state = RunState.START.made("a b", "0");
    assertThrows(IllegalArgumentException.class, () -> StateFile.text(state));
  }
}
