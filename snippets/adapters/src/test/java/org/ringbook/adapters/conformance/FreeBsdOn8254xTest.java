package org.ringbook.adapters.conformance;

/** FreeBSD's native driver on the 8254x. */
class FreeBsdOn8254xTest extends HostContract {
  @Override
  DeviceKind device() {
    return DeviceKind.I8254X;
  }

  @Override
  KnownHost host() {
    return KnownHost.FREEBSD;
  }
}
