package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IndirectionTableTest {

  @Test
  void theSevenLowBitsChooseTheEntry() {
    IndirectionTable table = new IndirectionTable(4);
    table.set(120, 77);
    assertEquals(77, table.queue(0x51ccc178));
    table.set(127, 5);
    assertEquals(5, table.queue(-1));
  }

  @Test
  void aLargerTableTakesMoreBits() {
    IndirectionTable table = new IndirectionTable(512, 1);
    table.set(376, 3);
    assertEquals(3, table.queue(0x51ccc178));
  }

  @Property
  void everyQueueGetsItsShare(
      @ForAll @IntRange(min = 1, max = 128) int before,
      @ForAll @IntRange(min = 1, max = 128) int after) {
    IndirectionTable table = new IndirectionTable(before);
    table.resize(after);
    int[] count = count(table);
    for (int queue = 0; queue < 128; queue++) {
      int least = queue < after ? 128 / after : 0;
      int most = queue < after ? (127 + after) / after : 0;
      assertTrue(count[queue] >= least && count[queue] <= most, "queue " + queue);
    }
  }

  @Test
  void oneMoreQueueMovesOnlyItsShare() {
    IndirectionTable table = new IndirectionTable(4);
    assertEquals(26, table.weigh(1, 1, 1, 1, 1));
    assertEquals(26, count(table)[4]);
  }

  @Test
  void weightsAreProportions() {
    IndirectionTable table = new IndirectionTable(2);
    table.weigh(3, 1, 0, 4);
    int[] count = count(table);
    assertEquals(48, count[0]);
    assertEquals(16, count[1]);
    assertEquals(0, count[2]);
    assertEquals(64, count[3]);
    assertEquals(0, table.weigh(3, 1, 0, 4));
  }

  @Test
  void rebalancingMovesTheEntryThatHelpsMost() {
    IndirectionTable table = new IndirectionTable(2);
    long[] load = new long[128];
    load[0] = 60;
    load[2] = 30;
    load[4] = 10;
    assertEquals(0, table.rebalance(load, 2));
    assertEquals(1, table.get(0));
    assertEquals(-1, table.rebalance(load, 2));
  }

  @Test
  void oneElephantCannotBeDivided() {
    IndirectionTable table = new IndirectionTable(2);
    long[] load = new long[128];
    load[6] = 100;
    assertEquals(-1, table.rebalance(load, 2));
  }

  @Property
  void rebalancingEndsAndNeverWidensTheGap(@ForAll long seed) {
    long[] load = new Random(seed).longs(128, 0, 1000).toArray();
    IndirectionTable table = new IndirectionTable(8);
    long gap = gap(table, load);
    for (int steps = 0; table.rebalance(load, 8) >= 0; steps++) {
      assertTrue(gap(table, load) <= gap);
      gap = gap(table, load);
      assertTrue(steps < 10_000);
    }
  }

  @Test
  void impossibleTablesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new IndirectionTable(0));
    assertThrows(IllegalArgumentException.class, () -> new IndirectionTable(129));
    assertThrows(IllegalArgumentException.class, () -> new IndirectionTable(100, 2));
    IndirectionTable table = new IndirectionTable(1);
    assertThrows(IllegalArgumentException.class, () -> table.weigh(0, 0));
    assertThrows(IllegalArgumentException.class, () -> table.weigh(1, -1));
    assertThrows(IllegalArgumentException.class, () -> table.set(0, 128));
  }

  private static long gap(IndirectionTable table, long[] load) {
    long[] total = new long[8];
    for (int i = 0; i < 128; i++) {
      total[table.get(i)] += load[i];
    }
    Arrays.sort(total);
    return total[7] - total[0];
  }

  private static int[] count(IndirectionTable table) {
    int[] count = new int[128];
    for (int i = 0; i < table.size(); i++) {
      count[table.get(i)]++;
    }
    return count;
  }
}
