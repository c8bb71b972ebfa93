//JAVA 25+
//DESCRIPTION Runs seven cases on a stub, on a first try, and on the finished seam.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.TwoPorts;

// tag::seam[]
/** Transmit, as an adapter sees it. What is refused stays the caller's. */
interface Seam {
  boolean send(Packet packet);

  int complete(int budget);

  void stop();
}

record Stub() implements Seam {
  @Override
  public boolean send(Packet packet) {
    return false;
  }

  @Override
  public int complete(int budget) {
    return 0;
  }

  @Override
  public void stop() {}
}

record FirstTry(TxRing tx) implements Seam {
  @Override
  public boolean send(Packet packet) {
    var unused = tx.submit(packet);
    return true;
  }

  @Override
  public int complete(int budget) {
    return tx.complete(budget, Packet::giveBack);
  }

  @Override
  public void stop() {}
}

record Finished(TxRing tx) implements Seam {
  @Override
  public boolean send(Packet packet) {
    boolean segments = packet.offload().segmentSize() > 0; // not ported yet
    return !segments && tx.submit(packet) == Submit.ACCEPTED;
  }

  @Override
  public int complete(int budget) {
    return tx.complete(budget, Packet::giveBack);
  }

  @Override
  public void stop() {
    tx.drain(Packet::giveBack);
  }
}

// end::seam[]

// tag::cases[]
/** Each case returns what is wrong, or nothing. */
Map<String, BiFunction<TwoPorts, Seam, String>> cases() {
  Map<String, BiFunction<TwoPorts, Seam, String>> cases = new LinkedHashMap<>();
  cases.put("wrap", this::wrap);
  cases.put("full ring", this::fullRing);
  cases.put("zero copy", this::zeroCopy);
  cases.put("offload", this::offload);
  cases.put("interrupt", this::interrupt);
  cases.put("error", this::error);
  cases.put("stub", this::stub);
  return cases;
}

String wrap(TwoPorts ports, Seam seam) {
  int out = 0;
  for (int i = 0; i < 50; i++) {
    offer(seam, frame(ports));
    ports.settle();
    out += seam.complete(64);
  }
  return expect("frames completed", 50, out);
}

String fullRing(TwoPorts ports, Seam seam) {
  ports.left().nic().stall();
  int taken = 0;
  for (int i = 0; i < 10; i++) {
    taken += offer(seam, frame(ports)) ? 1 : 0;
  }
  return expect("of ten taken by a ring of eight", 7, taken);
}

/** The device has not run yet, so it must see what is written now. */
String zeroCopy(TwoPorts ports, Seam seam) {
  Packet packet = frame(ports);
  var bytes = packet.data();
  if (offer(seam, packet)) {
    bytes.set(JAVA_BYTE, 59, (byte) 99);
  }
  ports.left().nic().step(64);
  byte[] wire = ports.wire().right().receive();
  return expect("last byte on the wire", 99, wire.length == 60 ? wire[59] : -1);
}
// end::cases[]

String offload(TwoPorts ports, Seam seam) {
  var registers = ports.left().port().registers();
  int control = registers.read32(Registers.CTRL);
  registers.write32(Registers.CTRL, control | Registers.CTRL_VME);
  Packet packet = frame(ports);
  packet.offload().insertVlan(7);
  offer(seam, packet);
  ports.left().nic().step(64);
  return expect("bytes with the tag", 64, ports.wire().right().receive().length);
}

/** One interrupt for a batch: a poll finds all of it, the next finds nothing. */
String interrupt(TwoPorts ports, Seam seam) {
  for (int i = 0; i < 5; i++) {
    offer(seam, frame(ports));
  }
  ports.settle();
  int first = seam.complete(64);
  int second = seam.complete(64);
  return expect("completed in one poll", 5, first - second);
}

/** The driver stops while the device holds packets. */
String error(TwoPorts ports, Seam seam) {
  int posted = ports.left().pool().outstanding(); // on the receive ring
  ports.left().nic().stall();
  int taken = 0;
  for (int i = 0; i < 3; i++) {
    taken += offer(seam, frame(ports)) ? 1 : 0;
  }
  seam.stop();
  int missing = ports.left().pool().outstanding() - posted;
  return taken == 3 ? expect("packets missing after stop", 0, missing) : "none sent";
}

/** What is not ported yet says no, and keeps nothing. */
String stub(TwoPorts ports, Seam seam) {
  Packet packet = frame(ports);
  packet.offload().headers(14, 20, 20, false, true);
  packet.offload().segment(1448);
  return offer(seam, packet) ? "took a frame to segment" : "";
}

String expect(String what, int wanted, int found) {
  return wanted == found ? "" : what + ": " + found + ", not " + wanted;
}

boolean offer(Seam seam, Packet packet) {
  boolean taken = seam.send(packet);
  if (!taken) {
    packet.giveBack();
  }
  return taken;
}

Packet frame(TwoPorts ports) {
  Packet packet = ports.left().pool().take();
  byte[] bytes = new byte[60];
  Arrays.fill(bytes, (byte) 2);
  packet.copyFrom(bytes);
  return packet;
}

// tag::runs[]
void main() {
  run("the stub", tx -> new Stub());
  run("first try", FirstTry::new);
  run("finished", Finished::new);
}

void run(String name, Function<TxRing, Seam> seam) {
  List<String> red = new ArrayList<>();
  cases()
      .forEach(
          (title, test) -> {
            String wrong = verdict(test, seam);
            if (!wrong.isEmpty()) {
              red.add("  not ok  %-10s %s".formatted(title, wrong));
            }
          });
  IO.println("%s: %d of 7 green".formatted(name, 7 - red.size()));
  red.forEach(IO::println);
}

String verdict(
    BiFunction<TwoPorts, Seam, String> test, Function<TxRing, Seam> seam) {
  TwoPorts ports = new TwoPorts(8, 32); // each case on a fresh machine
  try {
    return test.apply(ports, seam.apply(ports.left().port().tx()));
  } catch (RuntimeException thrown) {
    return thrown.getMessage();
  }
}
// end::runs[]
