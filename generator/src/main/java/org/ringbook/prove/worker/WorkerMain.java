package org.ringbook.prove.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Serves requests from standard input on standard output, one after the other, until the input
 * ends: a worker doesn't outlive its parent.
 */
public final class WorkerMain {

  private final DataInputStream requests =
      new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
  private final DataOutputStream replies =
      new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
  private final JvmState state = new JvmState();
  private volatile @Nullable ExampleRun running;

  private WorkerMain() {}

  /** Starts the loop; without arguments. */
  public static void main(String[] arguments) throws Exception {
    new WorkerMain().serve();
  }

  private void serve() throws Exception {
    Thread hook = new Thread(this::exiting, "exit");
    Runtime.getRuntime().addShutdownHook(hook);
    state.restore();
    try {
      while (true) {
        answer(Request.read(requests));
      }
    } catch (EOFException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void answer(Request request) throws IOException, InterruptedException {
    Reply reply = request.kind() == Request.Kind.RUN ? run(request) : LayoutProbe.read(request);
    state.restore();
    boolean spent = reply.spent() || state.hasNewThreads();
    send(new Reply(reply.kind(), reply.output(), reply.detail(), reply.line(), spent));
    if (spent) {
      Runtime.getRuntime().halt(0);
    }
  }

  private Reply run(Request request) throws InterruptedException {
    ExampleRun run = new ExampleRun(request, this::sendLast);
    state.begin(run.out());
    running = run;
    Reply reply = run.run();
    running = null;
    run.out().close();
    return reply;
  }

  /** An example has called {@code System.exit}: the last chance to say so. */
  private void exiting() {
    ExampleRun run = running;
    if (run != null) {
      sendLast(run.exited());
    }
  }

  /** Sends what ends the worker, from whatever thread. */
  private void sendLast(Reply reply) {
    try {
      send(reply);
    } catch (IOException e) {
      // The parent is gone; so is the reason to be here.
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().halt(0);
  }

  private synchronized void send(Reply reply) throws IOException {
    reply.write(replies);
  }
}
