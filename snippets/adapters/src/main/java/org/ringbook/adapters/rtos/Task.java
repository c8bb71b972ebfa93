package org.ringbook.adapters.rtos;

import java.util.function.Consumer;

/**
 * A task with one queue of a fixed length: it waits for a message, serves it, and
 * waits again. Each task has a priority of its own, and a message to a higher one is
 * served before the sender goes on.
 */
public final class Task {
  private final Rtos rtos;
  private final String name;
  private final int priority;
  private final Object[] queue;
  private final Consumer<Object> handler;
  private int first;
  private int count;
  private Object notification;
  private Object command;
  private boolean held;

  /**
   * Creates a task, before the system runs.
   *
   * @param priority above 0; higher runs first
   * @param length of the queue
   * @param handler serves a message
   */
  public Task(
      Rtos rtos,
      String name,
      int priority,
      int length, // uxQueueLength
      Consumer<Object> handler) {
    rtos.allocate("task " + name);
    this.rtos = rtos;
    this.name = name;
    this.priority = priority;
    this.queue = new Object[length];
    this.handler = handler;
    rtos.add(this);
  }

  /**
   * rtos_queue_send: from a task.
   *
   * @return false if the queue is full; the message is the caller's still
   */
  public boolean send(Object message) {
    rtos.taskCall("rtos_queue_send");
    if (count == queue.length) {
      return false;
    }
    queue[(first + count) % queue.length] = message;
    count++;
    rtos.schedule();
    return true;
  }

  /**
   * rtos_notify_from_isr: wakes the task; a notification that was not served yet
   * absorbs it, so a storm of interrupts takes no memory.
   */
  public void notifyFromIsr(Object what) {
    rtos.interruptCall("rtos_notify_from_isr");
    notification = what;
  }

  /** rtos_notify: the same, by the task itself: it goes on after others. */
  public void notifyLater(Object what) {
    rtos.taskCall("rtos_notify");
    notification = what;
  }

  /**
   * rtos_command: a message that goes before all others; one at a time.
   *
   * @return false if there is one that was not served yet
   */
  public boolean command(Object order) {
    rtos.taskCall("rtos_command");
    if (command != null) {
      return false;
    }
    command = order;
    rtos.schedule();
    return true;
  }

  /**
   * Leaves the queue alone for now, or serves it again: notifications are served.
   */
  public void hold(boolean on) {
    held = on;
  }

  boolean isReady() {
    return command != null || notification != null || (count > 0 && !held);
  }

  void serveOne() {
    handler.accept(next());
  }

  private Object next() {
    Object message = command;
    if (message != null) {
      command = null;
      return message;
    }
    message = notification;
    if (message != null) {
      notification = null;
      return message;
    }
    return remove();
  }

  private Object remove() {
    Object message = queue[first];
    queue[first] = null;
    first = (first + 1) % queue.length;
    count--;
    return message;
  }

  /** rtos_queue_receive: only the task itself takes from its queue. */
  public Object receive() {
    rtos.taskCall("rtos_queue_receive");
    rtos.requireTask(this);
    return count == 0 ? null : remove();
  }

  /** Whether the queue is full. */
  public boolean isFull() {
    return count == queue.length;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The priority. */
  public int priority() {
    return priority;
  }
}
