package org.ringbook.adapters.conformance;

class IllumosOn8254xTest extends HostContract {

  @Override
  DeviceKind device() {
    return DeviceKind.I8254X;
  }

  @Override
  KnownHost host() {
    return KnownHost.ILLUMOS;
  }
}
