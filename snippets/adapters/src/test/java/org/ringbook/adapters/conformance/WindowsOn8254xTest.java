package org.ringbook.adapters.conformance;

class WindowsOn8254xTest extends HostContract {

  @Override
  DeviceKind device() {
    return DeviceKind.I8254X;
  }

  @Override
  KnownHost host() {
    return KnownHost.WINDOWS;
  }
}
