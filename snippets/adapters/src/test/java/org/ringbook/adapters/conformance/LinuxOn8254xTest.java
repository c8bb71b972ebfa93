package org.ringbook.adapters.conformance;

class LinuxOn8254xTest extends HostContract {

  @Override
  KnownHost host() {
    return KnownHost.LINUX;
  }

  @Override
  DeviceKind device() {
    return DeviceKind.I8254X;
  }
}
