package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.admin.AdminCommand;
import org.ringbook.dataplane.admin.AdminError;
import org.ringbook.dataplane.admin.AdminQueue;
import org.ringbook.dataplane.admin.AdminRegisters;
import org.ringbook.dataplane.admin.AdminReply;
import org.ringbook.dataplane.admin.AdminReply.Status;
import org.ringbook.dataplane.descriptor.AdminDescriptor;
import org.ringbook.dataplane.dma.DmaBus;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.port.RegisterAccess;

class AdminQueueTest {
  private static final int SIZE = 4;
  private static final long TIMEOUT = 1_000;
  private static final int ADD = 0x0250;
  private static final int COUNT = 0x0701;
  private static final int SLOW = 0x0605;
  private static final int LINK = 0x0607;

  private final Iommu iommu = new Iommu(new HostMemory(1 << 20));
  private final AdminFirmware firmware = new AdminFirmware(iommu);
  private final List<AdminReply> events = new ArrayList<>();
  private final List<AdminReply> replies = new ArrayList<>();
  private long now = Long.MAX_VALUE - 500;
  private final AdminQueue queue =
      new AdminQueue(firmware, iommu, SIZE, () -> now, TIMEOUT, events::add);

  AdminQueueTest() {
    firmware.handle(ADD, AdminQueueTest::add);
    firmware.defer(SLOW, AdminQueueTest::add);
    firmware.handle(COUNT, AdminQueueTest::countDown);
  }

  private static AdminError add(AdminCall call) {
    call.parameter(1, call.parameter(0) + 1);
    return call.parameter(0) < 0 ? AdminError.EINVAL : AdminError.OK;
  }

  /** As many bytes as asked for: 0, -1, -2 and so on. */
  private static AdminError countDown(AdminCall call) {
    byte[] data = new byte[call.parameter(0)];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) -i;
    }
    call.data(data);
    return AdminError.OK;
  }

  private static AdminCommand command(int opcode, int value) {
    return AdminCommand.direct(opcode, value, 0, 0, 0);
  }

  private List<Status> statuses() {
    return replies.stream().map(AdminReply::status).toList();
  }

  private List<Integer> results() {
    return replies.stream().map(AdminReply::parameter1).toList();
  }

  @Test
  void aCommandIsAnsweredInItsSlot() {
    assertNotEquals(AdminQueue.FULL, queue.submit(command(ADD, 41), replies::add));
    assertEquals(0, queue.poll());
    assertEquals(1, queue.waiting());
    assertEquals(1, firmware.step(9));
    assertEquals(1, queue.poll());
    assertEquals(List.of(42), results());
    assertEquals(ADD, replies.getFirst().opcode());
    assertEquals(0, queue.poll());
    assertEquals(0, queue.waiting());
  }

  @Test
  void theRingGoesRoundAndFills() {
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < SIZE - 1; i++) {
        assertNotEquals(AdminQueue.FULL, queue.submit(command(ADD, i), replies::add));
      }
      assertEquals(AdminQueue.FULL, queue.submit(command(ADD, 9), replies::add));
      assertEquals(SIZE - 1, firmware.step(9));
      assertEquals(SIZE - 1, queue.poll());
    }
    assertEquals(5 * (SIZE - 1), replies.size());
    assertEquals(List.of(1, 2, 3, 1, 2, 3), results().subList(0, 6));
  }

  @Test
  void aRefusalSaysWhy() {
    queue.submit(command(ADD, -1), replies::add);
    queue.submit(command(0x7777, 0), replies::add);
    firmware.step(9);
    assertEquals(2, queue.poll());
    assertEquals(List.of(Status.REFUSED, Status.REFUSED), statuses());
    assertEquals(AdminError.EINVAL, replies.get(0).error());
    assertEquals(AdminError.ESRCH, replies.get(1).error());
    assertEquals(AdminError.UNKNOWN, AdminError.of(4711));
  }

  @Test
  void buffersGoBothWays() {
    byte[] table = new byte[600];
    Arrays.fill(table, (byte) 7);
    firmware.handle(
        0x0b03,
        call -> {
          assertArrayEquals(table, call.data());
          return AdminError.OK;
        });
    MemorySegment data = MemorySegment.ofArray(table);
    queue.submit(AdminCommand.write(0x0b03, 0, 0, data), replies::add);
    queue.submit(AdminCommand.read(COUNT, 5, 0, 4096), replies::add);
    firmware.step(2);
    assertEquals(2, queue.poll());
    assertEquals(0, replies.get(0).data().byteSize());
    byte[] answer = replies.get(1).data().toArray(ValueLayout.JAVA_BYTE);
    assertArrayEquals(new byte[] {0, -1, -2, -3, -4}, answer);
  }

  @Test
  void anAnswerIsNoLongerThanTheBuffer() {
    queue.submit(AdminCommand.read(COUNT, 100, 0, 8), replies::add);
    firmware.step(1);
    queue.poll();
    assertEquals(8, replies.getFirst().data().byteSize());
    MemorySegment much = MemorySegment.ofArray(new byte[4097]);
    assertThrows(IllegalArgumentException.class, () -> AdminCommand.write(COUNT, 0, 0, much));
  }

  @Test
  void slowCommandsAreMatchedByCookieInAnyOrder() {
    queue.submit(command(SLOW, 10), replies::add);
    queue.submit(command(SLOW, 20), replies::add);
    queue.submit(command(ADD, 30), replies::add);
    firmware.step(3);
    assertEquals(1, queue.poll());
    assertEquals(2, queue.waiting());
    firmware.postpone();
    assertTrue(firmware.finish());
    assertTrue(firmware.finish());
    assertFalse(firmware.finish());
    assertEquals(2, queue.poll());
    assertEquals(List.of(31, 21, 11), results());
  }

  @Test
  void eventsNeedNoCommand() {
    for (int i = 0; i < 3 * SIZE; i++) {
      assertTrue(firmware.event(LINK, i, (byte) 1, (byte) i));
      assertEquals(0, queue.poll());
    }
    assertEquals(3 * SIZE, events.size());
    AdminReply last = events.getLast();
    assertEquals(LINK, last.opcode());
    assertEquals(11, last.parameter0());
    byte[] data = last.data().toArray(ValueLayout.JAVA_BYTE);
    assertArrayEquals(new byte[] {1, 11}, data);
  }

  @Test
  void eventsAreLostWhenNobodyPolls() {
    for (int i = 0; i < SIZE - 1; i++) {
      assertTrue(firmware.event(LINK, i));
    }
    assertFalse(firmware.event(LINK, 9));
    queue.poll();
    assertTrue(firmware.event(LINK, 10));
  }

  @Test
  void aCommandIsGivenUpWhenItsTimeIsOver() {
    queue.submit(command(ADD, 1), replies::add);
    now += TIMEOUT - 1;
    assertEquals(0, queue.poll());
    now += 1;
    assertEquals(1, queue.poll());
    assertEquals(List.of(Status.TIMED_OUT), statuses());
    assertEquals(0, queue.waiting());
  }

  @Test
  void aLateAnswerIsNotTakenForTheNextCommands() {
    queue.submit(command(ADD, 1), replies::add);
    now += TIMEOUT;
    queue.poll();
    queue.submit(command(ADD, 100), replies::add);
    firmware.step(1);
    assertEquals(0, queue.poll());
    assertEquals(1, queue.late());
    firmware.step(1);
    assertEquals(1, queue.poll());
    assertEquals(List.of(Status.TIMED_OUT, Status.DONE), statuses());
    assertEquals(101, replies.getLast().parameter1());
  }

  @Test
  void aLateAnswerThroughTheReceiveQueueIsThrownAwayToo() {
    queue.submit(command(SLOW, 1), replies::add);
    firmware.step(1);
    queue.poll();
    now += TIMEOUT;
    queue.poll();
    queue.submit(command(SLOW, 100), replies::add);
    firmware.step(1);
    firmware.finish();
    firmware.finish();
    assertEquals(1, queue.poll());
    assertEquals(1, queue.late());
    assertEquals(101, replies.getLast().parameter1());
  }

  @Test
  void deadFirmwareFillsTheQueueAndAResetEmptiesIt() {
    for (int i = 0; i < SIZE - 1; i++) {
      queue.submit(command(ADD, i), replies::add);
    }
    now += TIMEOUT;
    assertEquals(SIZE - 1, queue.poll());
    assertEquals(AdminQueue.FULL, queue.submit(command(ADD, 9), replies::add));
    queue.reset();
    queue.submit(command(ADD, 9), replies::add);
    assertEquals(1, firmware.step(9));
    assertEquals(1, queue.poll());
    assertEquals(10, replies.getLast().parameter1());
  }

  @Test
  void aResetCancelsOnceWhatWasWaiting() {
    queue.submit(command(SLOW, 1), replies::add);
    firmware.step(1);
    queue.submit(command(ADD, 1), replies::add);
    queue.reset();
    assertEquals(List.of(Status.CANCELLED, Status.CANCELLED), statuses());
    firmware.step(9);
    assertFalse(firmware.finish());
    assertEquals(0, queue.poll());
    assertEquals(2, replies.size());
  }

  @Test
  void aWriteBackFromBeforeAResetIsNotAnAnswer() {
    queue.submit(command(ADD, 1), replies::add);
    AdminCall stale = AdminCall.fetch(iommu, base());
    queue.reset();
    queue.submit(command(ADD, 100), replies::add);
    long at = iommu.translate(base(), 32, DmaBus.Access.WRITE);
    AdminDescriptor.write(iommu.memory(), at, 0, ADD, 0, 1);
    stale.writeBack(AdminDescriptor.DD | AdminDescriptor.CMP, AdminError.OK);
    assertEquals(0, queue.poll());
    now += TIMEOUT;
    assertEquals(1, queue.poll());
    assertEquals(List.of(Status.CANCELLED, Status.TIMED_OUT), statuses());
  }

  private long base() {
    long low = firmware.read32(AdminRegisters.SEND + AdminRegisters.BAL) & 0xffff_ffffL;
    return (long) firmware.read32(AdminRegisters.SEND + AdminRegisters.BAH) << 32 | low;
  }

  @Test
  void aCompletionMaySubmit() {
    queue.submit(command(ADD, 1), first -> queue.submit(command(ADD, 5), replies::add));
    firmware.step(9);
    queue.poll();
    firmware.step(9);
    queue.poll();
    assertEquals(List.of(6), results());
  }

  @Test
  void aStoppedQueueIsReported() {
    queue.submit(command(ADD, 1), replies::add);
    firmware.write32(AdminRegisters.SEND + AdminRegisters.BAH, 0);
    assertFalse(queue.hasFailed());
    assertEquals(0, firmware.step(1));
    assertTrue(queue.hasFailed());
    queue.reset();
    assertFalse(queue.hasFailed());
    assertEquals(List.of(Status.CANCELLED), statuses());
  }

  @Test
  void aDeviceThatIsGoneIsNoticed() {
    RegisterAccess gone =
        new RegisterAccess() {
          @Override
          public int read32(int offset) {
            return -1;
          }

          @Override
          public void write32(int offset, int value) {}
        };
    assertThrows(
        IllegalStateException.class,
        () -> new AdminQueue(gone, iommu, SIZE, () -> now, TIMEOUT, events::add));
  }

  @Test
  void closingGivesTheMemoryBack() {
    queue.submit(command(ADD, 1), replies::add);
    assertEquals(4, iommu.coherent());
    queue.close();
    assertEquals(0, iommu.coherent());
    assertEquals(List.of(Status.CANCELLED), statuses());
    assertEquals(0, firmware.step(9));
    assertEquals(List.of(), iommu.faults());
  }

  @Test
  void impossibleQueuesAreRefused() {
    for (int size : new int[] {1, 1024}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new AdminQueue(firmware, iommu, size, () -> now, 1, events::add));
    }
  }

  @Test
  void anAnswerInterruptsUnlessTheCommandIsSilent() {
    int[] raised = {0};
    firmware.interrupt(() -> raised[0]++);
    queue.submit(command(ADD, 1).silently(), replies::add);
    firmware.step(1);
    assertEquals(0, raised[0]);
    queue.submit(command(ADD, 2), replies::add);
    firmware.step(1);
    assertEquals(1, raised[0]);
    assertEquals(2, queue.poll());
    assertEquals(List.of(2, 3), results());
  }

  @Test
  void aSlowCommandInterruptsTwiceAndAnEventOnce() {
    List<Integer> ended = new ArrayList<>();
    firmware.interrupt(() -> ended.add(queue.poll()));
    queue.submit(command(SLOW, 1), replies::add);
    firmware.step(1);
    firmware.finish();
    firmware.event(LINK, 1);
    assertEquals(List.of(0, 1, 0), ended);
    assertEquals(1, events.size());
    assertEquals(List.of(2), results());
  }

  @Test
  void aStoppedQueueRaisesNothing() {
    firmware.interrupt(() -> replies.add(null));
    queue.submit(command(ADD, 1), reply -> {});
    firmware.write32(AdminRegisters.SEND + AdminRegisters.BAH, 0);
    firmware.step(1);
    assertEquals(List.of(), replies);
  }
}
