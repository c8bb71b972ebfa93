package org.ringbook.adapters.conformance;

import static org.ringbook.adapters.conformance.OnBench.assertFrames;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ringbook.adapters.host.Outgoing;

/** The same workload puts the same bytes on the wire, whatever kernel sends it. */
class SameBytesTest {

  @TestFactory
  Stream<DynamicTest> allHostsSendTheSameBytes() {
    List<DynamicTest> tests = new ArrayList<>();
    for (DeviceKind device : DeviceKind.values()) {
      for (KnownHost host : KnownHost.values()) {
        tests.add(
            DynamicTest.dynamicTest(
                host + " on " + device.label(), () -> sendsWhatItShould(device, host)));
      }
    }
    return tests.stream();
  }

  /** The expected bytes are made without any host, so agreeing on a fault is no way out. */
  private static void sendsWhatItShould(DeviceKind device, KnownHost host) {
    try (Bench bench = new Bench(device, host.factory())) {
      Workload workload = Workload.of(bench.host().features());
      for (Outgoing frame : workload.frames()) {
        bench.sendAll(frame);
        bench.settle();
      }
      assertFrames(workload.onTheWire(), bench.onTheWire());
    }
  }
}
