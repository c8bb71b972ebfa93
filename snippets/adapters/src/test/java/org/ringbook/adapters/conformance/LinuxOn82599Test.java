package org.ringbook.adapters.conformance;

class LinuxOn82599Test extends HostContract {

  @Override
  KnownHost host() {
    return KnownHost.LINUX;
  }

  @Override
  DeviceKind device() {
    return DeviceKind.I82599;
  }
}
