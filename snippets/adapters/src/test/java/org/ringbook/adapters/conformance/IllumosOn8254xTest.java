package org.ringbook.adapters.conformance;

class IllumosOn8254xTest extends HostContract {

  @Override
  KnownHost host() {
    return KnownHost.ILLUMOS;
  }

  @Override
  DeviceKind device() {
    return DeviceKind.I8254X;
  }
}
