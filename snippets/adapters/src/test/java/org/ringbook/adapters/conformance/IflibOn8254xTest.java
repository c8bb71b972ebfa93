package org.ringbook.adapters.conformance;

/** FreeBSD with iflib on the 8254x. */
class IflibOn8254xTest extends HostContract {
  @Override
  DeviceKind device() {
    return DeviceKind.I8254X;
  }

  @Override
  KnownHost host() {
    return KnownHost.FREEBSD_IFLIB;
  }
}
