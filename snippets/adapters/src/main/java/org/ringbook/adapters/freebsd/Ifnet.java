package org.ringbook.adapters.freebsd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/**
 * A network interface (ifnet(9)): what the driver offers to the stack, and the calls
 * through which packets and news go up.
 */
public final class Ifnet {
  /** {@code SIOCSIFMTU}'s argument: most bytes of an IP packet. */
  public static final int MAX_MTU = 9000;

  private final Kernel kernel;
  private final Mbufs mbufs;
  private final IfCounters counters;
  private final List<Received> input = new ArrayList<>();
  private ToIntFunction<Mbuf> transmit;
  private IntUnaryOperator setMtu;
  private boolean attached;
  private boolean active;
  private boolean running;
  private boolean linkUp;
  private int mtu = 1500;

  /** A packet that reached the stack, and the CPU on which it did. */
  public record Received(Mbuf packet, int cpu) {}

  /** {@code if_alloc(IFT_ETHER)}; may sleep. */
  public Ifnet(Kernel kernel, Mbufs mbufs) {
    kernel.callThatSleeps("if_alloc");
    kernel.lend(1);
    this.kernel = kernel;
    this.mbufs = mbufs;
    this.counters = new IfCounters(kernel);
  }

  /** {@code if_settransmitfn}: the call that queues or frees a packet. */
  public void setTransmit(ToIntFunction<Mbuf> function) {
    kernel.call("if_settransmitfn");
    transmit = function;
  }

  /** {@code if_setioctlfn}, as far as SIOCSIFMTU: bytes to an error. */
  public void setMtuHandler(IntUnaryOperator function) {
    kernel.call("if_setioctlfn");
    setMtu = function;
  }

  /** {@code ether_ifattach}: packets may come from now on. */
  public void etherIfattach() {
    kernel.callThatSleeps("ether_ifattach");
    attached = true;
  }

  /** {@code ether_ifdetach}: waits until nobody uses the interface any more. */
  public void etherIfdetach() {
    kernel.callThatSleeps("ether_ifdetach");
    attached = false;
  }

  /** {@code if_free}. */
  public void free() {
    kernel.callThatSleeps("if_free");
    Rule.DETACH_FIRST.require(!attached, "freed while attached");
    kernel.lend(-1);
  }

  /**
   * The stack's side of {@code if_transmit}: hands a packet to the driver.
   *
   * @return 0, or an error; the packet is gone either way
   */
  public int transmit(Mbuf packet) {
    if (!attached) {
      mbufs.freem(packet);
      return Errno.ENOBUFS;
    }
    kernel.call("if_transmit");
    int[] error = new int[1];
    kernel.run(kernel.context(), true, () -> error[0] = transmit.applyAsInt(packet));
    boolean consumed = error[0] == 0 || packet.isFreed();
    Rule.TRANSMIT_CONSUMES.require(consumed, "error " + error[0] + ", not freed");
    return error[0];
  }

  /** {@code ifconfig mtu}: SIOCSIFMTU through the driver's if_ioctl. */
  public int ioctlSetMtu(int bytes) {
    kernel.call("if_ioctl");
    int error = setMtu.applyAsInt(bytes);
    mtu = error == 0 ? bytes : mtu;
    return error;
  }

  /** {@code if_input}: a packet goes to the stack, which owns it from now on. */
  public void input(Mbuf packet) {
    kernel.callOutsideFilter("if_input");
    Rule.INPUT_UNLOCKED.require(kernel.held().isEmpty(), "a mutex is held");
    Rule.INPUT_IN_EPOCH.require(kernel.isInEpoch(), "not entered");
    packet.requirePacket("if_input");
    packet.requireUnloaded("if_input");
    checkHeader(packet.header());
    input.add(new Received(packet, kernel.cpu()));
  }

  private void checkHeader(PacketHeader header) {
    Rule.INPUT_RCVIF.require(header.rcvif() == this, "it is another's, or none");
    int both = PacketHeader.CSUM_DATA_VALID | PacketHeader.CSUM_PSEUDO_HDR;
    boolean verified = (header.csumFlags() & both) == both;
    Rule.INPUT_CSUM_DATA.require(
        !verified || header.csumData() == 0xffff, "csum_data is " + header.csumData());
  }

  /** Packets that reached the stack and were not taken yet, oldest first. */
  public List<Received> takeInput() {
    List<Received> taken = List.copyOf(input);
    input.clear();
    return taken;
  }

  /** {@code if_setdrvflagbits} of IFF_DRV_OACTIVE: the ring is full, or is not. */
  public void setOactive(boolean full) {
    kernel.call("if_setdrvflagbits");
    active = full;
  }

  /** {@code if_setdrvflagbits} of IFF_DRV_RUNNING: resources are there, or not. */
  public void setRunning(boolean yes) {
    kernel.call("if_setdrvflagbits");
    running = yes;
  }

  /** {@code if_getdrvflags}: whether IFF_DRV_OACTIVE is set. */
  public boolean isOactive() {
    return active;
  }

  /** {@code if_getdrvflags}: whether IFF_DRV_RUNNING is set. */
  public boolean isRunning() {
    return running;
  }

  /** {@code if_link_state_change}: up or down. */
  public void linkStateChange(boolean up) {
    kernel.callOutsideFilter("if_link_state_change");
    linkUp = up;
  }

  /** What the stack believes of the link. */
  public boolean isLinkUp() {
    return linkUp;
  }

  /** {@code if_getmtu}. */
  public int mtu() {
    return mtu;
  }

  /** The interface's counters. */
  public IfCounters counters() {
    return counters;
  }
}
