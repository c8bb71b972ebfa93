package org.ringbook.adapters.conformance;

class IllumosOn82599Test extends HostContract {

  @Override
  KnownHost host() {
    return KnownHost.ILLUMOS;
  }

  @Override
  DeviceKind device() {
    return DeviceKind.I82599;
  }
}
