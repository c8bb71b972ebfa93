package org.ringbook.porter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ringbook.porter.FileClassifier.Role;

/** Verdicts on files: of this book's own driver, and of the recorded ones. */
class FileClassifierTest {

  private static Set<String> files(Map<String, Role> roles, Role wanted) {
    Set<String> found = new TreeSet<>();
    roles.forEach(
        (file, role) -> {
          if (role == wanted) {
            found.add(file);
          }
        });
    return found;
  }

  private static FileFacts facts(String file, int perPacket, int setUp, int fields) {
    return new FileFacts(file, 100, 20, perPacket, setUp, fields);
  }

  @Test
  void rolesFollowFromFacts() {
    Map<String, Role> roles =
        FileClassifier.classify(
            List.of(
                facts("a.c", 38, 2, 0),
                facts("b.c", 2, 0, 0),
                facts("c.c", 1, 3, 0),
                facts("d.c", 0, 1, 4),
                facts("e.h", 0, 0, 1),
                facts("f.c", 0, 0, 1)));
    assertEquals(
        Map.of(
            "a.c", Role.DATA_PATH,
            "b.c", Role.TOUCHED,
            "c.c", Role.TOUCHED,
            "d.c", Role.SET_UP,
            "e.h", Role.FORMATS,
            "f.c", Role.REST),
        roles);
    assertEquals(
        Role.DATA_PATH, FileClassifier.classify(List.of(facts("x.c", 1, 0, 0))).get("x.c"));
  }

  /**
   * Read by hand in the driver and the core; the order of its header says the same.
   */
  @Test
  void theBooksOwnDriverIsSortedAsItsHeaderSays() throws IOException {
    List<CSource> sources =
        DriverSources.of(
            DriverSources.inBook("snippets/native/drivers/linux"),
            DriverSources.inBook("snippets/native/core"));
    Map<String, Role> roles = FileClassifier.classify(FileFacts.of(sources));
    assertEquals(
        Set.of("rbe_rx.c", "rbe_tx.c", "dp_ring.h", "dp_rx.c", "dp_tx.c", "dp_tx_format.c"),
        files(roles, Role.DATA_PATH));
    assertEquals(Role.REST, roles.get("rbe_ethtool.c"));
    assertEquals(Role.SET_UP, roles.get("rbe_pci.c"));
  }

  @Test
  void ofIxgbeTheMainFileAndZeroCopyAreTheDataPath() {
    Map<String, Role> roles = FileClassifier.classify(RecordedDrivers.files("ixgbe"));
    assertEquals(Set.of("ixgbe.h", "ixgbe_main.c", "ixgbe_xsk.c"), files(roles, Role.DATA_PATH));
    assertEquals(Set.of("ixgbe_type.h"), files(roles, Role.FORMATS));
  }

  @Test
  void recordedFilesAddUpToTheirDriver() {
    for (RecordedDrivers.Driver driver : RecordedDrivers.all()) {
      List<FileFacts> files = RecordedDrivers.files(driver.name());
      assertEquals(driver.perPacket(), files.stream().mapToInt(FileFacts::perPacket).sum());
    }
    assertEquals(6, RecordedDrivers.all().size());
  }
}
