package org.ringbook.device;

import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortFactory;

class TenGigabitNicContractTest extends NicContract {

  @Override
  TwoMachines.Slot slot() {
    return TenGigabitNic::new;
  }

  @Override
  PortFactory driver() {
    return MultiQueuePort::open;
  }
}
