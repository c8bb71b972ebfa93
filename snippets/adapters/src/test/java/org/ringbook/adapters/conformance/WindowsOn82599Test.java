package org.ringbook.adapters.conformance;

class WindowsOn82599Test extends HostContract {

  @Override
  KnownHost host() {
    return KnownHost.WINDOWS;
  }

  @Override
  DeviceKind device() {
    return DeviceKind.I82599;
  }
}
