package org.ringbook.adapters.conformance;

import static org.ringbook.dataplane.port.Registers.*;

import java.util.Set;
import java.util.function.IntFunction;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.packet.PacketSource;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.port.RegisterAccess;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.TxRing;

/** A plain port of the 8254x, until the core has one that adapters can open. */
final class SingleQueuePort implements Port {
  private final RegisterAccess registers;
  private final DescriptorRing txMemory;
  private final DescriptorRing rxMemory;
  private final TxRing tx;
  private final RxRing rx;
  private PortSettings settings;

  private SingleQueuePort(
      RegisterAccess registers,
      CoherentMemory memory,
      PacketSource buffers,
      PortSettings settings) {
    this.registers = registers;
    this.settings = settings;
    txMemory = new DescriptorRing(memory, settings.ringSize());
    rxMemory = new DescriptorRing(memory, settings.ringSize());
    tx = new TxRing(txMemory, tail -> registers.write32(TDT, tail));
    rx = new RxRing(rxMemory, buffers, tail -> registers.write32(RDT, tail));
  }

  static Port open(
      RegisterAccess registers,
      CoherentMemory memory,
      IntFunction<PacketSource> buffers,
      PortSettings settings) {
    var port = new SingleQueuePort(registers, memory, buffers.apply(0), settings);
    port.start(settings);
    return port;
  }

  @Override
  public void start(PortSettings wanted) {
    settings = wanted;
    reset();
    registers.write32(CTRL, registers.read32(CTRL) | CTRL_SLU);
    program(RDBAL, rxMemory);
    rx.refill();
    registers.write32(RCTL, RCTL_EN | RCTL_BAM | RCTL_UPE | RCTL_MPE | RCTL_LPE | RCTL_SECRC);
    program(TDBAL, txMemory);
    registers.write32(TCTL, TCTL_EN | TCTL_PSP);
  }

  private void reset() {
    registers.write32(IMC, -1);
    registers.write32(CTRL, CTRL_RST);
    registers.read32(ICR);
  }

  private void program(int base, DescriptorRing ring) {
    registers.write32(base, (int) ring.busAddress());
    registers.write32(base + TDBAH - TDBAL, (int) (ring.busAddress() >>> 32));
    registers.write32(base + TDLEN - TDBAL, ring.lengthInBytes());
    registers.write32(base + TDH - TDBAL, 0);
    registers.write32(base + TDT - TDBAL, 0);
  }

  @Override
  public Set<Feature> features() {
    return Set.of();
  }

  @Override
  public PortSettings settings() {
    return settings;
  }

  @Override
  public int maxQueues() {
    return 1;
  }

  @Override
  public int vectors() {
    return 1;
  }

  @Override
  public TxRing tx(int queue) {
    return tx;
  }

  @Override
  public RxRing rx(int queue) {
    return rx;
  }

  @Override
  public int causes(int vector) {
    int icr = registers.read32(ICR);
    return ((icr & (ICR_RXT0 | ICR_RXDMT0)) != 0 ? RX : 0)
        | ((icr & (ICR_TXDW | ICR_TXQE)) != 0 ? TX : 0)
        | ((icr & ICR_LSC) != 0 ? LINK : 0)
        | ((icr & ICR_RXO) != 0 ? OVERRUN : 0);
  }

  @Override
  public void unmask(int vector) {
    registers.write32(IMS, ICR_TXDW | ICR_LSC | ICR_RXT0 | ICR_RXO | ICR_RXDMT0);
  }

  @Override
  public void mask(int vector) {
    registers.write32(IMC, -1);
  }

  @Override
  public void moderate(int vector, int nanoseconds) {}

  @Override
  public boolean linkUp() {
    return (registers.read32(STATUS) & STATUS_LU) != 0;
  }

  @Override
  public void stop(TxRing.Completion sink) {
    registers.write32(RCTL, 0);
    registers.write32(TCTL, 0);
    reset();
    tx.drain(sink);
    rx.drain();
  }

  @Override
  public void close() {
    stop(packet -> packet.giveBack());
  }
}
