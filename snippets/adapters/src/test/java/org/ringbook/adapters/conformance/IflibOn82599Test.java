package org.ringbook.adapters.conformance;

/** FreeBSD with iflib on the 82599. */
class IflibOn82599Test extends HostContract {
  @Override
  DeviceKind device() {
    return DeviceKind.I82599;
  }

  @Override
  KnownHost host() {
    return KnownHost.FREEBSD_IFLIB;
  }
}
