//JAVA 25+
//DESCRIPTION Sorts functions of Linux's e1000 driver by what their bodies touch.

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

// tag::touches[]
/** What a body touches; barriers and byte order count as none of it. */
enum Touches {
  KERNEL, // net_device, sk_buff, NAPI, IRQ, locks, DMA API
  RING, // next_to_use, next_to_clean, buffer_info
  CHIP, // registers, descriptor bits, errata of one part
  CONTROL // PHY, EEPROM, LEDs, manageability
}
// end::touches[]

enum Goes {
  ADAPTER,
  CORE,
  HARDWARE,
  SPLIT,
  OUT
}

// tag::rule[]
/** Control work stays behind; a body that touches one thing moves; others split. */
Goes place(Set<Touches> touches) {
  if (touches.contains(Touches.CONTROL)) {
    return Goes.OUT;
  }
  if (touches.size() > 1) {
    return Goes.SPLIT;
  }
  return switch (touches.iterator().next()) {
    case KERNEL -> Goes.ADAPTER;
    case RING -> Goes.CORE;
    case CHIP, CONTROL -> Goes.HARDWARE;
  };
}
// end::rule[]

/** K: kernel, R: ring, C: chip, X: control; read off e1000_main.c, e1000_hw.c. */
static final String READ =
    """
    e1000_request_irq        K
    e1000_free_irq           K
    e1000_irq_disable        K C
    e1000_irq_enable         C
    e1000_power_up_phy       X
    e1000_power_down_phy     X C
    e1000_init_manageability X C
    e1000_tso                K R C
    e1000_tx_csum            K R C
    e1000_tx_map             K R C
    e1000_tx_queue           R C
    e1000_maybe_stop_tx      K R
    e1000_xmit_frame         K R C
    e1000_intr               K C
    e1000_clean              K R
    e1000_clean_tx_irq       K R C
    e1000_rx_checksum        K C
    e1000_receive_skb        K C
    e1000_alloc_rx_skb       K
    e1000_rar_set            C
    e1000_write_vfta         C
    e1000_read_phy_reg       K X C
    e1000_phy_setup_autoneg  X
    e1000_check_for_link     X C
    e1000_read_eeprom        K X C
    e1000_led_on             X C
    """;

void main() {
  Map<Goes, StringJoiner> sorted = new EnumMap<>(Goes.class);
  List<String> rows = READ.lines().toList();
  for (String row : rows) {
    String name = row.substring(0, 25).trim();
    Goes goes = place(touched(row.substring(25)));
    sorted.computeIfAbsent(goes, none -> list()).add(name);
  }
  for (Goes goes : Goes.values()) {
    StringJoiner names = sorted.getOrDefault(goes, list());
    long count = names.toString().lines().filter(line -> !line.isBlank()).count();
    IO.println(goes + ", " + count + " of " + rows.size());
    if (count > 0) {
      IO.println(names);
    }
  }
}

StringJoiner list() {
  return new StringJoiner("\n  ", "  ", "");
}

Set<Touches> touched(String letters) {
  Set<Touches> all = EnumSet.noneOf(Touches.class);
  for (char letter : letters.replace(" ", "").toCharArray()) {
    all.add(
        switch (letter) {
          case 'K' -> Touches.KERNEL;
          case 'R' -> Touches.RING;
          case 'C' -> Touches.CHIP;
          case 'X' -> Touches.CONTROL;
          default -> throw new IllegalArgumentException("" + letter);
        });
  }
  return all;
}
