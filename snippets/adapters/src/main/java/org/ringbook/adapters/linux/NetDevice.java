package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.LinuxRule.NETDEV_REGISTERED_ONCE;
import static org.ringbook.adapters.linux.LinuxRule.NETDEV_UNREGISTERED_BEFORE_FREE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ringbook.dataplane.port.Feature;

/**
 * A network device ({@code struct net_device}): what the stack knows of a driver.
 * Life cycle, under whose locks: Documentation/networking/netdevices.rst.
 */
public final class NetDevice {
  /** Smallest MTU of Ethernet ({@code ETH_MIN_MTU}). */
  public static final int ETH_MIN_MTU = 68;

  private final LinuxKernel kernel;
  private final NetDeviceOps ops;
  private final List<NetdevQueue> queues = new ArrayList<>();
  private final List<Napi> instances = new ArrayList<>();
  private final List<SkBuff> inFlight = new ArrayList<>();
  private Set<Feature> features = Set.of();
  private int mtu = 1500;
  private int maxMtu = 1500;
  private boolean registered;
  private boolean running;
  private boolean present = true;
  private boolean carrier;

  private NetDevice(LinuxKernel kernel, NetDeviceOps ops, int count) {
    this.kernel = kernel;
    this.ops = ops;
    for (int i = 0; i < count; i++) {
      queues.add(new NetdevQueue(kernel));
    }
    kernel.lend(1);
  }

  /** {@code alloc_etherdev_mqs}: a device with so many queues each way. */
  public static NetDevice allocEtherdevMqs(LinuxKernel in, NetDeviceOps ops, int n) {
    in.sleeping("alloc_etherdev_mqs");
    return new NetDevice(in, ops, n);
  }

  /** {@code free_netdev}: last of all. */
  public void freeNetdev() {
    kernel.sleeping("free_netdev");
    NETDEV_UNREGISTERED_BEFORE_FREE.require(!registered, "still registered");
    kernel.lend(-1);
  }

  /** {@code register_netdev}: the stack may use the device before this returns. */
  public void registerNetdev() {
    kernel.rtnlLock();
    kernel.sleeping("register_netdev");
    NETDEV_REGISTERED_ONCE.require(!registered, "registered again");
    registered = true;
    kernel.lend(1);
    kernel.rtnlUnlock();
  }

  /** {@code unregister_netdev}: brings it down first; no call comes afterwards. */
  public void unregisterNetdev() {
    kernel.rtnlLock();
    kernel.sleeping("unregister_netdev");
    NETDEV_REGISTERED_ONCE.require(registered, "unregistered again");
    NetCore.devClose(kernel, this);
    registered = false;
    kernel.lend(-1);
    kernel.rtnlUnlock();
  }

  /** {@code netif_napi_add}. */
  public Napi netifNapiAdd(Napi.Poll poll) {
    kernel.call("netif_napi_add");
    kernel.lend(1);
    Napi napi = new Napi(kernel, poll);
    instances.add(napi);
    return napi;
  }

  /** {@code netif_napi_del}. */
  public void netifNapiDel(Napi napi) {
    kernel.sleeping("netif_napi_del");
    instances.remove(napi);
    kernel.lend(-1);
  }

  /** {@code netif_carrier_on}: there is a link. */
  public void netifCarrierOn() {
    kernel.call("netif_carrier_on");
    carrier = true;
  }

  /** {@code netif_carrier_off}: there is no link. */
  public void netifCarrierOff() {
    kernel.call("netif_carrier_off");
    carrier = false;
  }

  /** {@code netif_carrier_ok}. */
  public boolean netifCarrierOk() {
    return carrier;
  }

  /** {@code netif_tx_start_all_queues}. */
  public void netifTxStartAllQueues() {
    kernel.call("netif_tx_start_all_queues");
    queues.forEach(NetdevQueue::netifTxStartQueue);
  }

  /** {@code netif_tx_disable}: stops all, and waits for whoever is sending. */
  public void netifTxDisable() {
    kernel.call("netif_tx_disable");
    queues.forEach(NetdevQueue::netifTxStopQueue);
  }

  /** {@code netif_device_detach}: the stack leaves it alone. */
  public void netifDeviceDetach() {
    kernel.call("netif_device_detach");
    present = false;
  }

  /** {@code netif_device_attach}: the stack may use it again. */
  public void netifDeviceAttach() {
    kernel.call("netif_device_attach");
    present = true;
  }

  /** {@code netdev_get_tx_queue}. */
  public NetdevQueue netdevGetTxQueue(int index) {
    return queues.get(index);
  }

  /** Sets {@code dev->features} and {@code dev->max_mtu}, before registration. */
  public void offer(Set<Feature> offered, int largestMtu) {
    features = Set.copyOf(offered);
    maxMtu = largestMtu;
  }

  /** {@code dev->features}. */
  public Set<Feature> features() {
    return features;
  }

  /** {@code dev->mtu} in bytes. */
  public int mtu() {
    return mtu;
  }

  /** {@code WRITE_ONCE(dev->mtu, ...)}, in {@code ndo_change_mtu}. */
  public void mtu(int bytes) {
    mtu = bytes;
  }

  /** {@code netif_running}. */
  public boolean netifRunning() {
    return running;
  }

  void running(boolean up) {
    running = up;
  }

  boolean takesFrames() {
    return registered && running && present;
  }

  boolean allows(int bytes) {
    return bytes >= ETH_MIN_MTU && bytes <= maxMtu;
  }

  NetDeviceOps ops() {
    return ops;
  }

  /** Notes a frame that the driver took over. */
  void track(SkBuff skb) {
    inFlight.removeIf(sent -> !sent.isLive());
    inFlight.add(skb);
  }

  boolean holdsFrames() {
    return inFlight.stream().anyMatch(SkBuff::isLive);
  }

  List<NetdevQueue> queues() {
    return queues;
  }

  List<Napi> instances() {
    return instances;
  }
}
