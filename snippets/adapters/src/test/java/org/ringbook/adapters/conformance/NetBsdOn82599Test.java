package org.ringbook.adapters.conformance;

/** NetBSD on the 82599. */
class NetBsdOn82599Test extends HostContract {
  @Override
  DeviceKind device() {
    return DeviceKind.I82599;
  }

  @Override
  KnownHost host() {
    return KnownHost.NETBSD;
  }
}
