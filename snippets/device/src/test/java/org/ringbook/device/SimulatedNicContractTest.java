package org.ringbook.device;

import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.PortFactory;

class SimulatedNicContractTest extends NicContract {

  @Override
  TwoMachines.Slot slot() {
    return SimulatedNic::new;
  }

  @Override
  PortFactory driver() {
    return EthernetPort::open;
  }
}
