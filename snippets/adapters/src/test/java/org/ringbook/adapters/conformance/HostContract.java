package org.ringbook.adapters.conformance;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringbook.adapters.host.ExceptionRegister;

/**
 * What every host must do on every device: a subclass says which. The tests are in the
 * interfaces, by topic; each runs on a fresh machine, and must leave nothing behind.
 */
@ExtendWith(ConformanceRun.class)
abstract class HostContract
    implements TrafficContract,
        ShortageContract,
        ChangeContract,
        TransmitOffloadContract,
        ReceiveOffloadContract {

  private Bench bench;

  /** The device to try. */
  abstract DeviceKind device();

  /** The kernel with its driver. */
  abstract KnownHost host();

  final ExceptionRegister exceptions() {
    return host().exceptions();
  }

  @BeforeEach
  void attach() {
    bench = new Bench(device(), host().factory());
  }

  @Override
  public Bench bench() {
    return bench;
  }

  @AfterEach
  void detachAndLookForLeaks() {
    bench.close();
  }
}
