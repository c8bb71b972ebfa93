package org.ringbook.adapters.conformance;

class RtosOn82599Test extends HostContract {

  @Override
  KnownHost host() {
    return KnownHost.RTOS;
  }

  @Override
  DeviceKind device() {
    return DeviceKind.I82599;
  }
}
