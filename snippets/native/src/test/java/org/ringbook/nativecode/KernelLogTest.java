package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KernelLogTest {
  private static final String LOG =
      """
      [    0.000000] Linux version 6.1.0-56-amd64
      [    1.251177] rbe 0000:00:02.0 eth0: 52:54:00:00:00:01, irq 11
      [    1.300001] barbed wire
      [   12.345678] rbe 0000:00:02.0 eth0: link up, 1000 Mbit/s
      """;

  @Test
  void keepsWhatTheDriverSaidWithoutItsTimes() {
    assertEquals(
        List.of(
            "rbe 0000:00:02.0 eth0: 52:54:00:00:00:01, irq 11",
            "rbe 0000:00:02.0 eth0: link up, 1000 Mbit/s"),
        KernelLog.of(LOG, "rbe").lines());
  }

  @Test
  void comparesKindsOfMessages() {
    KernelLog log = KernelLog.of(LOG, "rbe");
    String again = log.text() + "rbe 0000:00:02.0 eth0: link up, 100 Mbit/s\n";
    assertEquals(log.kinds(), KernelLog.of(again, "rbe").kinds());
    String taints = log.text() + "rbe: loading out-of-tree module taints kernel.\n";
    assertEquals(log.kinds(), KernelLog.of(taints, "rbe").kinds());
    String other = log.text() + "rbe 0000:00:02.0 eth0: does not come back\n";
    assertNotEquals(log.kinds(), KernelLog.of(other, "rbe").kinds());
  }

  @Test
  void aLogThatIsReadAgainIsTheSame() {
    KernelLog log = KernelLog.of(LOG, "rbe");
    assertEquals(log, KernelLog.of(log.text(), "rbe"));
  }
}
