package org.ringbook.device;

import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortFactory;

class TenGigabitNicOffloadTest extends OffloadContract {

  @Override
  TwoMachines.Slot slot() {
    return TenGigabitNic::new;
  }

  @Override
  PortFactory driver() {
    return MultiQueuePort::open;
  }

  @Override
  boolean repeatsCwr() {
    return false;
  }
}
