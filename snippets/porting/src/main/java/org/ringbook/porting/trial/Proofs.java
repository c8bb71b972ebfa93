package org.ringbook.porting.trial;

import static org.ringbook.porting.trial.TrialBench.require;
import static org.ringbook.porting.trial.TrialFrames.cut;
import static org.ringbook.porting.trial.TrialFrames.many;
import static org.ringbook.porting.trial.TrialFrames.plain;
import static org.ringbook.porting.trial.TrialFrames.segments;
import static org.ringbook.porting.trial.TrialFrames.tagged;
import static org.ringbook.porting.trial.TrialFrames.tcp;
import static org.ringbook.porting.trial.TrialFrames.unchecked;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Host.Sent;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Outgoing;

/** A short proof of each row of the score. */
final class Proofs {
  /** More failures than any proof has allocations or mappings. */
  private static final int ALL = 1_000_000;

  private static final int MSS = 1400;

  private Proofs() {}

  static void prove(Capability feature, TrialBench bench) {
    switch (feature) {
      case SEND -> carries(bench, sizes(60, 61, 590, 1514), true, false);
      case RECEIVE -> carries(bench, sizes(60, 61, 590, 1514), false, true);
      case RING_WRAP -> {
        for (int batch = 0; batch < 24; batch++) {
          carries(bench, many(16), true, true);
        }
      }
      case SCATTER_GATHER -> gathers(bench);
      case BACK_PRESSURE -> pushesBack(bench);
      case LOW_MEMORY -> {
        bench.host().failAllocations(ALL);
        starves(bench);
        bench.host().failAllocations(0);
        recovers(bench);
      }
      case MAPPING_FAILURE -> {
        bench.host().failMappings(ALL);
        starves(bench);
        bench.host().failMappings(0);
        recovers(bench);
      }
      case MTU_CHANGE -> changesMtu(bench);
      case VLAN -> tags(bench);
      case TX_CHECKSUM -> {
        computes(bench, tcp(4, 1000, 333), 0, List.of(tcp(4, 1000, 333)));
        computes(bench, tcp(6, 1000, 333), 0, List.of(tcp(6, 1000, 333)));
      }
      case RX_CHECKSUM -> checks(bench);
      case TSO4 -> computes(bench, tcp(4, 9, 8001), MSS, segments(4, 9, 8001, MSS));
      case TSO6 -> computes(bench, tcp(6, 9, 8001), MSS, segments(6, 9, 8001, MSS));
      case RECEIVE_MERGE -> merges(bench);
      case RSS -> spreads(bench);
      case MODERATION -> moderates(bench);
      case RESET -> {
        inFlight(bench);
        bench.host().reset();
        recovers(bench);
      }
      case DETACH -> {
        inFlight(bench);
        bench.close();
      }
      case STATISTICS -> counts(bench);
      case LINK -> require(bench.host().linkUp(), "no link");
      case XDP, TIMESTAMPS -> throw new ProofFailed("offered, without a proof");
    }
  }

  private static List<byte[]> sizes(int... bytes) {
    return IntStream.of(bytes).mapToObj(TrialFrames::plain).toList();
  }

  private static void carries(
      TrialBench bench, // settled
      List<byte[]> frames,
      boolean out,
      boolean in) {
    if (in) {
      bench.arrive(frames);
    }
    bench.send(out ? frames.stream().map(Outgoing::of).toList() : List.of());
    bench.onWire(out ? frames : List.of());
    bench.inStack(in ? frames : List.of());
  }

  private static void gathers(TrialBench bench) {
    for (int pieces = 1; pieces <= 8; pieces++) {
      List<byte[]> parts = cut(plain(1000), pieces);
      bench.send(List.of(new Outgoing(parts, Outgoing.NO_VLAN, false, 0)));
      bench.onWire(List.of(plain(1000)));
    }
  }

  private static void pushesBack(TrialBench bench) {
    List<byte[]> frames = many(4 * TrialCard.RING);
    int next = 0;
    while (bench.host().send(Outgoing.of(frames.get(next))) == Sent.TAKEN) {
      next++;
    }
    require(bench.host().pushesBack(), "a full ring takes more");
    bench.settle();
    require(!bench.host().pushesBack(), "an empty ring takes nothing");
    List<byte[]> rest = frames.subList(next, frames.size());
    bench.send(rest.stream().map(Outgoing::of).toList());
    bench.onWire(frames);
  }

  private static void starves(TrialBench bench) {
    bench.arrive(many(3 * TrialCard.RING));
    bench.settle();
    Sent sent = bench.host().send(Outgoing.of(plain(60)));
    require(sent != Sent.TAKEN, "sent from nothing");
  }

  /** What was lost is lost; then frames pass as before. */
  private static void recovers(TrialBench bench) {
    bench.arrive(sizes(60));
    bench.settle();
    bench.forget();
    carries(bench, many(16), true, true);
  }

  private static void inFlight(TrialBench bench) {
    for (byte[] frame : many(20)) {
      bench.host().send(Outgoing.of(frame));
    }
    bench.arrive(many(20));
    bench.device();
    bench.arrive(many(20));
  }

  private static void changesMtu(TrialBench bench) {
    for (int mtu : new int[] {9000, 576, 1500}) {
      require(bench.host().mtu(mtu), "MTU " + mtu);
      carries(bench, sizes(mtu + TrialFrames.MAC_BYTES), true, true);
    }
    require(!bench.host().mtu(60_000), "an MTU that no device has");
  }

  private static void tags(TrialBench bench) {
    byte[] frame = plain(100);
    bench.send(List.of(new Outgoing(List.of(frame), 42, false, 0)));
    bench.onWire(List.of(tagged(frame, 42)));
    Incoming in = receive(bench, tagged(frame, 42));
    require(in.vlan() == 42 && in.bytes().length == frame.length, "the tag is lost");
  }

  private static Incoming receive(TrialBench bench, byte[] frame) {
    bench.arrive(List.of(frame));
    bench.settle();
    List<Incoming> got = bench.host().received();
    require(got.size() == 1, got.size() + " frames received for one");
    return got.getFirst();
  }

  private static void computes(
      TrialBench bench, // settled
      byte[] frame,
      int mss,
      List<byte[]> expected) {
    List<byte[]> pieces = cut(unchecked(frame), mss == 0 ? 1 : 3);
    bench.send(List.of(new Outgoing(pieces, Outgoing.NO_VLAN, true, mss)));
    bench.onWire(expected);
  }

  private static void checks(TrialBench bench) {
    for (int version : new int[] {4, 6}) {
      byte[] frame = tcp(version, 1000, 333);
      require(receive(bench, frame).checksumGood(), "a good checksum is not told");
      frame[frame.length - 1] ^= 1;
      boolean good = receive(bench, frame).checksumGood();
      require(!good, "a bad checksum is called good");
    }
  }

  private static void merges(TrialBench bench) {
    List<byte[]> five = segments(4, 1000, 5 * MSS, MSS);
    bench.arrive(five);
    bench.settle();
    List<Incoming> got = bench.host().received();
    int bytes = got.stream().mapToInt(in -> in.bytes().length).sum();
    int payload = bytes - got.size() * TrialFrames.headers(4);
    require(got.size() < five.size(), "nothing was merged");
    require(payload == 5 * MSS, payload + " bytes after merging");
  }

  private static void spreads(TrialBench bench) {
    Map<Integer, Integer> queueOf = new HashMap<>();
    for (int round = 0; round < 2; round++) {
      for (int port = 2000; port < 2064; port++) {
        int queue = receive(bench, tcp(4, port, 100)).queue();
        Integer before = queueOf.put(port, queue);
        require(before == null || before == queue, "a flow changed its queue");
      }
    }
    int queues = new HashSet<>(queueOf.values()).size();
    require(queues > 1, "all flows on one queue");
  }

  private static void moderates(TrialBench bench) {
    int before = interrupts(bench);
    bench.host().moderate(200);
    int after = interrupts(bench);
    require(2 * after < before, before + " interrupts, held back " + after);
  }

  private static int interrupts(TrialBench bench) {
    int interrupts = 0;
    for (byte[] frame : many(64)) {
      bench.arrive(List.of(frame));
      bench.wait(10);
      bench.device();
      interrupts += bench.host().run();
    }
    interrupts += bench.settle();
    bench.inStack(many(64));
    return interrupts;
  }

  private static void counts(TrialBench bench) {
    bench.arrive(sizes(100));
    bench.send(List.of(Outgoing.of(plain(200))));
    var counters = bench.host().statistics();
    require(counters.containsValue(100L), "bytes in: " + counters);
    require(counters.containsValue(200L), "bytes out: " + counters);
  }
}
