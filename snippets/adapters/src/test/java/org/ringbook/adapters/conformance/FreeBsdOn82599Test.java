package org.ringbook.adapters.conformance;

/** FreeBSD's native driver on the 82599. */
class FreeBsdOn82599Test extends HostContract {
  @Override
  DeviceKind device() {
    return DeviceKind.I82599;
  }

  @Override
  KnownHost host() {
    return KnownHost.FREEBSD;
  }
}
