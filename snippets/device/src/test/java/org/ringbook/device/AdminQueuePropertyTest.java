package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ringbook.dataplane.admin.AdminCommand;
import org.ringbook.dataplane.admin.AdminError;
import org.ringbook.dataplane.admin.AdminQueue;
import org.ringbook.dataplane.admin.AdminReply;
import org.ringbook.dataplane.admin.AdminReply.Status;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;

/** Commands, answers, time and resets in any order. */
class AdminQueuePropertyTest {
  private static final int QUICK = 1;
  private static final int SLOW = 2;
  private static final int TIMEOUT = 5;

  enum Step {
    SUBMIT,
    SUBMIT_SLOW,
    FIRMWARE,
    FINISH,
    POSTPONE,
    EVENT,
    POLL,
    TIME,
    RESET
  }

  private static final class Run {
    final Iommu iommu = new Iommu(new HostMemory(1 << 20));
    final AdminFirmware firmware = new AdminFirmware(iommu);
    final Map<Integer, AdminReply> ended = new HashMap<>();
    final Map<Integer, Long> started = new HashMap<>();
    long now;
    int events;
    int heard;
    int submitted;
    final AdminQueue queue = new AdminQueue(firmware, iommu, 4, () -> now, TIMEOUT, _ -> heard++);

    Run() {
      firmware.handle(QUICK, Run::execute);
      firmware.defer(SLOW, Run::execute);
    }

    static AdminError execute(AdminCall call) {
      call.parameter(1, ~call.parameter(0));
      return AdminError.OK;
    }

    void submit(int opcode) {
      int number = submitted;
      var command = AdminCommand.direct(opcode, number, 0, 0, 0);
      if (queue.submit(command, reply -> end(number, reply)) != AdminQueue.FULL) {
        started.put(number, now);
        submitted++;
      }
    }

    void end(int number, AdminReply reply) {
      assertEquals(null, ended.put(number, reply), "ended twice");
      if (reply.status() == Status.DONE) {
        assertEquals(number, reply.parameter0(), "the answer to another command");
        assertEquals(~number, reply.parameter1());
      }
      if (reply.status() == Status.TIMED_OUT) {
        assertTrue(now - started.get(number) >= TIMEOUT, "given up early");
      }
    }

    void run(Step step) {
      switch (step) {
        case SUBMIT -> submit(QUICK);
        case SUBMIT_SLOW -> submit(SLOW);
        case FIRMWARE -> firmware.step(1);
        case FINISH -> firmware.finish();
        case POSTPONE -> firmware.postpone();
        case EVENT -> events += firmware.event(3, 0) ? 1 : 0;
        case POLL -> queue.poll();
        case TIME -> now += 2;
        case RESET -> reset();
      }
      assertEquals(submitted, ended.size() + queue.waiting());
    }

    void reset() {
      queue.poll();
      queue.reset();
      assertEquals(0, queue.waiting());
    }
  }

  @Property(tries = 1000)
  void eachCommandEndsOnceWithItsOwnAnswer(@ForAll @Size(max = 150) List<Step> steps) {
    Run run = new Run();
    steps.forEach(run::run);
    run.now += TIMEOUT;
    run.queue.poll();
    assertEquals(run.submitted, run.ended.size());
    assertEquals(run.events, run.heard);
    run.queue.close();
    assertEquals(0, run.iommu.coherent());
    assertEquals(List.of(), run.iommu.faults());
  }

  @Property(tries = 200)
  void nothingIsGivenUpWithoutTimeOrReset(
      @ForAll @Size(max = 150) List<@IntRange(max = 6) Integer> steps) {
    Run run = new Run();
    steps.forEach(step -> run.run(Step.values()[step]));
    for (int i = 0; i < 20; i++) {
      run.firmware.step(9);
      run.firmware.finish();
      run.queue.poll();
    }
    assertEquals(0, run.queue.waiting());
    assertEquals(0, run.queue.late());
    run.ended.values().forEach(reply -> assertEquals(Status.DONE, reply.status()));
  }
}
