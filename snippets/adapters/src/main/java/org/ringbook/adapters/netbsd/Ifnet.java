package org.ringbook.adapters.netbsd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A network interface (struct ifnet, net/if.h), from if_initialize to if_detach.
 */
public final class Ifnet {
  private enum State {
    INITIALIZED,
    ETHER,
    REGISTERED,
    DETACHED
  }

  private final Kernel kernel;
  private final Mbufs mbufs;
  private final IfQueue snd;
  private final Softint deferredStart;
  private final List<Mbuf> input = new ArrayList<>();
  private final IfStats statistics;
  private Runnable ifStart = () -> {};
  private IntUnaryOperator setMtu = bytes -> Errno.EINVAL;
  private State state = State.INITIALIZED;
  private boolean oactive;
  private boolean running;
  private boolean linkUp;

  /** {@code if_initialize}, and {@code if_deferred_start_init}; may sleep. */
  public Ifnet(Kernel kernel, Mbufs mbufs) {
    kernel.callThatSleeps("if_initialize");
    kernel.lend(1);
    this.kernel = kernel;
    this.mbufs = mbufs;
    this.snd = new IfQueue(kernel, mbufs);
    this.statistics = new IfStats(kernel);
    kernel.call("if_deferred_start_init");
    this.deferredStart = new Softint(kernel, this::start);
  }

  /** Sets {@code if_start}, and the driver's part of {@code if_ioctl}. */
  public void handlers(Runnable start, IntUnaryOperator mtu) {
    ifStart = start;
    setMtu = mtu;
  }

  /** {@code ether_ifattach}. */
  public void etherIfattach() {
    advance("ether_ifattach", State.INITIALIZED, State.ETHER);
  }

  /** {@code if_register}: the interface can be seen and used from now on. */
  public void register() {
    advance("if_register", State.ETHER, State.REGISTERED);
  }

  /** {@code ether_set_vlan_cb}: to be told when a VLAN is added or removed. */
  public void etherSetVlanCb() {
    kernel.call("ether_set_vlan_cb");
  }

  /** {@code ether_ifdetach}. */
  public void etherIfdetach() {
    advance("ether_ifdetach", State.REGISTERED, State.INITIALIZED);
  }

  /** {@code if_detach}. */
  public void detach() {
    advance("if_detach", State.INITIALIZED, State.DETACHED);
    deferredStart.disestablish();
    kernel.lend(-1);
  }

  private void advance(String call, State from, State to) {
    kernel.callThatSleeps(call);
    Rule.ATTACH_IN_ORDER.require(state == from, call + " when " + state);
    state = to;
  }

  /** {@code if_snd}. */
  public IfQueue snd() {
    return snd;
  }

  /**
   * The stack's side: {@code IFQ_ENQUEUE}, then if_start unless IFF_OACTIVE is set.
   *
   * @return 0, or {@link Errno#ENOBUFS}: the packet was freed
   */
  public int transmit(Mbuf packet) {
    if (state != State.REGISTERED) {
      mbufs.freem(packet);
      return Errno.ENOBUFS;
    }
    Kernel.Ipl before = kernel.splnet();
    int error = snd.enqueue(packet);
    if (error == 0 && !oactive) {
      start();
    }
    kernel.splx(before);
    return error;
  }

  /** {@code if_start_lock}: calls the driver's if_start at IPL_NET. */
  public void start() {
    boolean hard = kernel.context() == Kernel.Context.INTERRUPT;
    Rule.RESTART_DEFERRED.require(!hard, "if_start from a hard interrupt");
    Kernel.Ipl before = kernel.splnet();
    kernel.run(kernel.context(), Kernel.Ipl.NET, ifStart);
    kernel.splx(before);
  }

  /** {@code if_schedule_deferred_start}: if_start will be called by a softint. */
  public void scheduleDeferredStart() {
    kernel.call("if_schedule_deferred_start");
    deferredStart.schedule();
  }

  boolean dispatch() {
    return deferredStart.dispatch();
  }

  /** {@code ifconfig mtu}: SIOCSIFMTU through if_ioctl. */
  public int ioctlSetMtu(int bytes) {
    kernel.call("ether_ioctl");
    return setMtu.applyAsInt(bytes);
  }

  /** {@code if_input}: a packet goes to the stack; not from a hard interrupt. */
  public void input(Mbuf packet) {
    kernel.call("if_input");
    boolean hard = kernel.context() == Kernel.Context.INTERRUPT;
    Rule.INPUT_NOT_IN_INTERRUPT.require(!hard, "if_input");
    checkReceived(packet);
    statistics.inc("if_ipackets");
    statistics.add("if_ibytes", packet.header().length());
    packet.tapped();
    kernel.call("bpf_mtap");
    input.add(packet);
  }

  void checkReceived(Mbuf packet) {
    packet.requirePacket("received");
    packet.requireUnloaded("received");
    Rule.RECEIVE_NOT_TAPPED.require(!packet.isTapped(), "tapped before");
    Rule.INPUT_RCVIF.require(packet.header().rcvif() == this, "another's, or none");
    int flags = packet.header().csumFlags();
    boolean bad = (flags & PacketHeader.M_CSUM_TCP_UDP_BAD) != 0;
    boolean checked = (flags & PacketHeader.TRANSPORT) != 0;
    Rule.INPUT_CSUM_CHECKED.require(!bad || checked, "M_CSUM_TCP_UDP_BAD alone");
  }

  /** {@code bpf_mtap(ifp, m, BPF_D_OUT)}. */
  public void bpfMtap(Mbuf packet) {
    kernel.call("bpf_mtap");
    packet.tapped();
  }

  /** The interface's counters. */
  public IfStats statistics() {
    return statistics;
  }

  /** Packets that reached the stack and were not taken yet, oldest first. */
  public List<Mbuf> takeInput() {
    List<Mbuf> taken = List.copyOf(input);
    input.clear();
    return taken;
  }

  /** IFF_OACTIVE: the ring is full. */
  public boolean isOactive() {
    return oactive;
  }

  /** Sets or clears IFF_OACTIVE. */
  public void setOactive(boolean full) {
    oactive = full;
  }

  /** IFF_RUNNING: resources are there. */
  public boolean isRunning() {
    return running;
  }

  /** Sets or clears IFF_RUNNING. */
  public void setRunning(boolean yes) {
    running = yes;
  }

  /** {@code if_link_state_change}. */
  public void linkStateChange(boolean up) {
    kernel.call("if_link_state_change");
    linkUp = up;
  }

  /** What the stack believes of the link. */
  public boolean isLinkUp() {
    return linkUp;
  }
}
