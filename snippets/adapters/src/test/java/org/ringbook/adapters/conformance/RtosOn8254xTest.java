package org.ringbook.adapters.conformance;

class RtosOn8254xTest extends HostContract {

  @Override
  KnownHost host() {
    return KnownHost.RTOS;
  }

  @Override
  DeviceKind device() {
    return DeviceKind.I8254X;
  }
}
