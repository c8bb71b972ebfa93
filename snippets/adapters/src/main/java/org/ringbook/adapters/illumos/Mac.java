package org.ringbook.adapters.illumos;

import static org.ringbook.adapters.illumos.Context.KERNEL;

import org.ringbook.adapters.host.RuleBroken;

/**
 * The MAC layer as a driver sees it (mac(9F)): mac_alloc, mac_register, calls up,
 * and at the end mac_unregister, which refuses while someone uses the device, and
 * mac_free.
 */
public final class Mac {
  private static final int EBUSY = 16;

  private final Kernel kernel;
  private final Streams streams;
  private final MacClient client;
  private MacCallbacks callbacks;
  private boolean allocated;
  private boolean registered;
  private boolean started;
  private boolean sduUpdated;

  /** The MAC layer, with a stack above. */
  public Mac(Kernel kernel, Streams streams, MacClient client) {
    this.kernel = kernel;
    this.streams = streams;
    this.client = client;
  }

  /** mac_alloc: memory for a registration; sleeps. */
  public void macAlloc() {
    kernel.sleepingCall("mac_alloc", "KM_SLEEP");
    allocated = true;
  }

  /** mac_register: the callbacks may be called before this returns. */
  public void macRegister(MacCallbacks driver) {
    kernel.sleepingCall("mac_register", "KM_SLEEP");
    if (!allocated || registered) {
      throw new RuleBroken(
          "a driver registers once, with what mac_alloc gave",
          "mac_register(9F)",
          "there is none, or a second registration");
    }
    callbacks = driver;
    registered = true;
  }

  /** mac_free: what mac_alloc gave; after mac_register it is needed no more. */
  public void macFree() {
    kernel.call("mac_free");
    if (!allocated) {
      String what = "it was freed, or never allocated";
      throw new RuleBroken("a registration is freed once", "mac_free(9F)", what);
    }
    allocated = false;
  }

  /**
   * mac_unregister.
   *
   * @return 0, or EBUSY while the device is in use: detach(9E) must fail then
   */
  public int macUnregister() {
    kernel.sleepingCall("mac_unregister", "a wait for clients");
    requireRegistered("mac_unregister");
    if (started) {
      return EBUSY;
    }
    if (streams.loaned() > 0) {
      throw new RuleBroken(
          "a driver stays while its buffers are on loan: it frees them",
          "desballoc(9F), detach(9E)",
          streams.loaned() + " are on loan");
    }
    registered = false;
    return 0;
  }

  /** mac_rx_ring: hands a whole chain up, with no lock held. */
  public void macRxRing(int ring, Mblk chain) {
    kernel.call("mac_rx_ring");
    requireRegistered("mac_rx_ring");
    kernel.requireNoMutex("mac_rx_ring");
    if (chain == null || !started) {
      throw new RuleBroken(
          "frames go up between mc_start and mc_stop",
          "mac(9E), mc_start and mc_stop",
          chain == null ? "there is no frame" : "the device is stopped");
    }
    client.receive(ring, chain);
  }

  /** mac_tx_ring_update: frames that came back unsent may be tried again. */
  public void macTxRingUpdate(int ring) {
    kernel.call("mac_tx_ring_update");
    requireRegistered("mac_tx_ring_update");
    client.transmitAgain(ring);
  }

  /** mac_link_update. */
  public void macLinkUpdate(boolean up) {
    kernel.call("mac_link_update");
    requireRegistered("mac_link_update");
    client.link(up);
  }

  /** mac_maxsdu_update: after the MTU changed. */
  public void macMaxsduUpdate() {
    kernel.call("mac_maxsdu_update");
    requireRegistered("mac_maxsdu_update");
    sduUpdated = true;
  }

  /** mac_hcksum_get: what is to be summed. */
  public ChecksumRequest macHcksumGet(Mblk message) {
    kernel.call("mac_hcksum_get");
    return message.checksum();
  }

  /** mac_hcksum_set: what was found good. */
  public void macHcksumSet(Mblk message, int flags) {
    kernel.call("mac_hcksum_set");
    message.checksum(new ChecksumRequest(0, 0, flags));
  }

  /** mac_lso_get: bytes of a segment, 0 without HW_LSO. */
  public int macLsoGet(Mblk message) {
    kernel.call("mac_lso_get");
    return message.segmentSize();
  }

  private void requireRegistered(String call) {
    if (!registered) {
      throw new RuleBroken(
          "the MAC layer is called between mac_register and mac_unregister",
          call + "(9F), mac_register(9F)",
          call + " before or after");
    }
  }

  /** Whether the driver is registered, or has not freed what mac_alloc gave. */
  public boolean isInUse() {
    return registered || allocated;
  }

  /** Calls mc_start. */
  int start() {
    int[] error = new int[1];
    started = true;
    kernel.enter("mc_start", KERNEL, () -> error[0] = callbacks.start());
    started = error[0] == 0;
    return error[0];
  }

  /** Calls mc_stop. */
  void stop() {
    kernel.enter("mc_stop", KERNEL, callbacks::stop);
    started = false;
  }

  boolean isStarted() {
    return started;
  }

  /** Calls mri_tx; the chain that was not taken. */
  Mblk transmit(int ring, Mblk chain) {
    Mblk[] rest = new Mblk[1];
    kernel.enter("mri_tx", KERNEL, () -> rest[0] = callbacks.transmit(ring, chain));
    return rest[0];
  }

  /** Takes a ring's frames by polling: mi_disable, mri_poll, mi_enable. */
  Mblk poll(int ring, int bytes) {
    Mblk[] chain = new Mblk[1];
    kernel.enter("mi_disable", KERNEL, () -> callbacks.ringInterrupt(ring, false));
    kernel.enter("mri_poll", KERNEL, () -> chain[0] = callbacks.poll(ring, bytes));
    kernel.enter("mi_enable", KERNEL, () -> callbacks.ringInterrupt(ring, true));
    return chain[0];
  }

  /** Calls mc_setprop; 0, or an error number. */
  int setProperty(String name, int value) {
    int[] error = new int[1];
    sduUpdated = false;
    Runnable setProperty = () -> error[0] = callbacks.setProperty(name, value);
    kernel.enter("mc_setprop", KERNEL, setProperty);
    if (name.equals("mtu") && error[0] == 0 && !sduUpdated) {
      throw new RuleBroken(
          "a driver that changed its MTU tells the MAC layer",
          "mac_maxsdu_update(9F)",
          "mc_setprop returned 0 without");
    }
    return error[0];
  }

  /** Calls mc_getstat. */
  long statistic(MacStatistic which) {
    kernel.call("mc_getstat");
    return callbacks.statistic(which);
  }
}
