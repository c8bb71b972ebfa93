package org.ringbook.adapters.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The register says what stubs do, and only that. */
class ExceptionRegisterTest {

  private static final ExceptionRegister REGISTER = ExceptionRegister.of(Stubs.class);

  private static final class Stubs {
    @PortingException(
        os = "Multics",
        feature = Capability.XDP,
        error = "error_table_$unimplemented_version",
        reason = "none",
        instead = "nothing",
        source = "none")
    @PortingException(
        os = "Multics",
        feature = Capability.RSS,
        error = "error_table_$unimplemented_version",
        reason = "none",
        instead = "nothing",
        source = "none")
    @SuppressWarnings("UnusedMethod") // found by reflection
    static long unimplemented(Object device, int number, boolean flag) {
      return device == null && number == 0 && !flag ? 7 : 0;
    }

    static int other() {
      return 1;
    }
  }

  private static final class NotStatic {
    @PortingException(
        os = "Multics",
        feature = Capability.XDP,
        error = "e",
        reason = "r",
        instead = "i",
        source = "s")
    int stub() {
      return 1;
    }
  }

  @Test
  void readsAllExceptionsOfAStubInTheOrderOfFeatures() {
    List<Capability> features =
        REGISTER.entries().stream().map(entry -> entry.terms().feature()).toList();
    assertEquals(List.of(Capability.RSS, Capability.XDP), features);
  }

  @Test
  void findsByKernelAndFeature() {
    assertTrue(REGISTER.find("Multics", Capability.XDP).isPresent());
    assertEquals(Optional.empty(), REGISTER.find("Multics", Capability.SEND));
    assertEquals(Optional.empty(), REGISTER.find("ITS", Capability.XDP));
  }

  @Test
  void callsTheStubWithAbsentArguments() {
    assertEquals(7, REGISTER.find("Multics", Capability.XDP).orElseThrow().answer());
    assertEquals(1, Stubs.other());
  }

  @Test
  void refusesAStubThatNeedsAnObject() {
    assertEquals(1, new NotStatic().stub());
    assertThrows(IllegalArgumentException.class, () -> ExceptionRegister.of(NotStatic.class));
  }
}
