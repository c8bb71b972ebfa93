package org.ringbook.adapters.conformance;

class WindowsOn8254xTest extends HostContract {

  @Override
  KnownHost host() {
    return KnownHost.WINDOWS;
  }

  @Override
  DeviceKind device() {
    return DeviceKind.I8254X;
  }
}
