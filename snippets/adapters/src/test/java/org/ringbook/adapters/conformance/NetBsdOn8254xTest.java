package org.ringbook.adapters.conformance;

/** NetBSD on the 8254x. */
class NetBsdOn8254xTest extends HostContract {
  @Override
  DeviceKind device() {
    return DeviceKind.I8254X;
  }

  @Override
  KnownHost host() {
    return KnownHost.NETBSD;
  }
}
