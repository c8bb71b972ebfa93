package org.ringbook.render.diagram;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One diagram of each type, with the driver in copper and the device in green. */
enum Samples {
  SEQUENCE(
      "plantuml",
      """
      participant Driver #copper
      participant Device #mask
      Driver -> Device : doorbell
      activate Device
      Device --> Driver : write back <b>DD</b>
      deactivate Device
      note over Driver #amber : ""sync"" first
      == next ==
      loop 3 times
        Driver -> Driver : spin
      end
      alt full
        Device -->x Driver : irq
      else empty
        Driver ->> Device
      end
      ref over Driver : other
      ...later...
      """,
      "Driver|Device|doorbell|write back|spin|irq"),
  STATE(
      "plantuml",
      """
      [*] --> Idle
      state Idle #copper
      state Busy #mask {
        [*] --> Fetch
        Fetch --> Send
      }
      Idle --> Busy : doorbell
      Busy --> [*]
      """,
      "Idle|Busy|Fetch|doorbell"),
  COMPONENT(
      "plantuml",
      """
      package Driver #copper {
        [Tx ring] as tx
      }
      node NIC #mask {
        [DMA engine] as dma
        interface PCIe
      }
      database Memory
      cloud wire
      actor user
      tx --> PCIe : doorbell
      dma ..> Memory
      dma --> wire
      user -> tx
      """,
      "Tx ring|DMA engine|Memory|wire"),
  CLASS(
      "plantuml",
      """
      interface Ring {
        +submit(Packet) : Verdict
        -tail : int
      }
      class TxRing #copper
      class Device #mask
      enum Verdict {
        ACCEPTED
        FULL
      }
      Ring <|.. TxRing
      TxRing --> Verdict : answers
      TxRing o-- Device
      note right of TxRing : one slot stays **empty**
      """,
      "Ring|TxRing|ACCEPTED|answers"),
  ACTIVITY(
      "plantuml",
      """
      start
      :refill;<<#copper>>
      if (full?) then (yes)
        :stop the queue;
      else (no)
        :send;<<#mask>>
      endif
      stop
      """,
      "refill|full?|stop the queue|send"),
  BOX_ART(
      "ditaa",
      """
      +------------+     +-----------+
      | cCOP       |     | cMSK      |
      |   driver   +---->|    NIC    |
      |  ring[8]   |     |           |
      +------+-----+     +-----+-----+
             |                 |
             :  doorbell       v
             +----------=--/-------\\
                           | wire  |
                           \\-------/
      """,
      "driver|NIC|doorbell|wire");

  private final String kind;
  private final String text;
  private final String words;

  Samples(String kind, String text, String words) {
    this.kind = kind;
    this.text = text;
    this.words = words;
  }

  String kind() {
    return kind;
  }

  String text() {
    return text;
  }

  List<String> words() {
    return List.of(words.split("\\|", -1));
  }

  /** Draws one in a Java machine of its own. */
  static final class Print {

    private Print() {}

    public static void main(String[] args) {
      Samples sample = valueOf(args[0]);
      Drawing drawing = Diagram.svg(sample.kind, sample.text, "a < b");
      String out = drawing instanceof Drawing.Svg svg ? svg.markup() : drawing.toString();
      new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true)
          .writeBytes(out.getBytes(StandardCharsets.UTF_8));
    }
  }
}
