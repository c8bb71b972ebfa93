package org.ringbook.dataplane.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.ringbook.dataplane.admin.AdminQueue.Completion;
import org.ringbook.dataplane.admin.AdminReply.Status;

/**
 * Commands without an answer, by cookie, oldest first. All have the same time, so
 * the oldest is given up first.
 */
final class WaitingList {
  private record Waiting(Completion completion, long deadline) {}

  private final Map<Long, Waiting> commands = new LinkedHashMap<>();
  private final LongSupplier clock;
  private final long timeout;
  private long lastCookie;
  private long late;

  WaitingList(LongSupplier clock, long timeout) {
    this.clock = clock;
    this.timeout = timeout;
  }

  /** Enters a command; returns its cookie, never used before. */
  long add(Completion completion) {
    long deadline = clock.getAsLong() + timeout;
    commands.put(++lastCookie, new Waiting(completion, deadline));
    return lastCookie;
  }

  // tag::complete[]
  /** Ends a command; 1 if it was waiting, 0 if it had been given up. */
  int complete(long cookie, AdminReply reply) {
    Waiting command = commands.remove(cookie);
    if (command == null) {
      late++;
      return 0;
    }
    command.completion.completed(reply);
    return 1;
  }

  /** Gives up those whose time is over; returns how many. */
  int expire() {
    int ended = 0;
    long now = clock.getAsLong();
    while (!commands.isEmpty()) {
      var eldest = commands.entrySet().iterator().next();
      if (now - eldest.getValue().deadline < 0) {
        break;
      }
      ended += complete(eldest.getKey(), AdminReply.without(Status.TIMED_OUT));
    }
    return ended;
  }

  // end::complete[]

  /** Takes all commands out; whoever runs the result tells them. */
  Runnable cancelAll() {
    List<Waiting> cancelled = new ArrayList<>(commands.values());
    commands.clear();
    AdminReply reply = AdminReply.without(Status.CANCELLED);
    return () -> cancelled.forEach(command -> command.completion.completed(reply));
  }

  int size() {
    return commands.size();
  }

  long late() {
    return late;
  }
}
