package org.ringbook.porter;

import java.util.Arrays;
import java.util.List;

/**
 * What this package found in six drivers of Linux 6.1 ({@code
 * drivers/net/ethernet/intel}, Debian 6.1.192-2): names and numbers, no code. A
 * test finds them anew when it is given the sources. The numbers of functions are
 * those that Universal Ctags 5.9 finds as well.
 */
public final class RecordedDrivers {

  /**
   * A driver as a whole.
   *
   * @param name of its folder
   * @param cFiles files that end in {@code .c}
   * @param headers files that end in {@code .h}
   * @param functions that they define
   * @param perPacket of these, how many run for each packet or poll
   * @param touching of these, how many call the kernel
   * @param kernelCalls places where they do
   */
  public record Driver(
      String name,
      int cFiles,
      int headers,
      int functions,
      int perPacket,
      int touching,
      int kernelCalls) {}

  private static final String DRIVERS =
      """
      e1000 4 3 250 31 24 166
      e1000e 11 11 532 36 27 162
      igb 10 10 587 53 37 217
      ixgbe 21 14 980 83 59 325
      i40e 17 19 1062 89 57 257
      ice 42 54 2104 93 59 259
      """;

  /** Files with a function on the data path or set-up, and headers with fields. */
  private static final String FILES =
      """
      e1000 e1000_ethtool.c 1899 47 0 4 0
      e1000 e1000_hw.h 3085 0 0 0 43
      e1000 e1000_main.c 5322 111 31 6 5
      e1000e ethtool.c 2409 51 0 4 0
      e1000e hw.h 726 0 0 0 37
      e1000e manage.c 329 8 5 0 0
      e1000e netdev.c 7979 151 31 8 7
      igb e1000_82575.h 265 0 0 0 20
      igb igb.h 810 11 5 0 0
      igb igb_ethtool.c 3508 76 0 4 0
      igb igb_main.c 10185 261 45 7 2
      igb igb_ptp.c 1545 36 3 0 0
      ixgbe ixgbe.h 1101 24 10 0 0
      ixgbe ixgbe_82599.c 2256 43 2 0 0
      ixgbe ixgbe_ethtool.c 3606 73 0 3 0
      ixgbe ixgbe_fcoe.c 1047 19 2 0 1
      ixgbe ixgbe_ipsec.c 1301 23 3 0 0
      ixgbe ixgbe_lib.c 1302 23 1 1 0
      ixgbe ixgbe_main.c 11668 275 54 8 0
      ixgbe ixgbe_ptp.c 1539 31 3 0 1
      ixgbe ixgbe_type.h 3774 0 0 0 22
      ixgbe ixgbe_xsk.c 576 15 8 0 0
      i40e i40e.h 1340 20 2 0 0
      i40e i40e_adminq_cmd.h 2430 0 0 0 369
      i40e i40e_main.c 16777 341 4 7 0
      i40e i40e_prototype.h 492 2 1 0 0
      i40e i40e_ptp.c 1588 39 3 0 0
      i40e i40e_txrx.c 4016 75 52 2 0
      i40e i40e_txrx.h 558 16 10 0 0
      i40e i40e_txrx_common.h 107 4 4 0 0
      i40e i40e_type.h 1539 1 0 0 38
      i40e i40e_xsk.c 745 23 13 0 0
      ice ice.h 957 18 2 0 2
      ice ice_adminq_cmd.h 2363 0 0 0 268
      ice ice_base.c 1017 26 0 1 0
      ice ice_common.h 232 0 0 0 2
      ice ice_controlq.c 1241 34 0 4 0
      ice ice_dcb_lib.c 1048 23 1 0 0
      ice ice_dcb_lib.h 138 20 1 0 0
      ice ice_eswitch.c 717 25 2 1 0
      ice ice_eswitch.h 86 13 2 0 0
      ice ice_flex_type.h 709 0 0 0 45
      ice ice_lan_tx_rx.h 924 1 1 0 69
      ice ice_lib.c 4287 115 4 0 0
      ice ice_main.c 9237 202 1 4 0
      ice ice_nvm.h 46 0 0 0 2
      ice ice_ptp.c 2768 73 3 0 0
      ice ice_ptp.h 305 13 2 0 0
      ice ice_repr.c 468 22 1 0 0
      ice ice_sbq_cmd.h 92 0 0 0 18
      ice ice_txrx.c 2511 47 37 2 0
      ice ice_txrx.h 449 8 3 0 0
      ice ice_txrx_lib.c 370 10 10 0 0
      ice ice_txrx_lib.h 83 4 4 0 1
      ice ice_virtchnl_fdir.c 2047 37 1 0 0
      ice ice_virtchnl_fdir.h 57 2 1 0 0
      ice ice_xsk.c 1075 32 15 0 0
      ice ice_xsk.h 81 9 2 0 0
      """;

  private RecordedDrivers() {}

  /** All six, the oldest first. */
  public static List<Driver> all() {
    return DRIVERS.lines().map(line -> driver(line.split(" "))).toList();
  }

  /** Files of a driver that have anything to do with packets, by name. */
  public static List<FileFacts> files(String driver) {
    return FILES
        .lines()
        .filter(line -> line.startsWith(driver + " "))
        .map(line -> facts(line.split(" ")))
        .toList();
  }

  private static Driver driver(String[] row) {
    int[] n = numbers(row, 1);
    return new Driver(row[0], n[0], n[1], n[2], n[3], n[4], n[5]);
  }

  private static FileFacts facts(String[] row) {
    int[] n = numbers(row, 2);
    return new FileFacts(row[1], n[0], n[1], n[2], n[3], n[4]);
  }

  private static int[] numbers(String[] row, int from) {
    return Arrays.stream(row).skip(from).mapToInt(Integer::parseInt).toArray();
  }
}
