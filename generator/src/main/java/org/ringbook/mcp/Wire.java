package org.ringbook.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between the process's streams and the SDK's transport, one message a line.
 *
 * <p>That transport ends the whole conversation at the first line that is no message, and forgets
 * unanswered requests when its input ends. So lines that it could not take are refused here, as
 * JSON-RPC says, and the end of the input is held back until what was asked has been answered.
 */
final class Wire {

  /** Bytes of the longest line that is taken; no tool needs a hundredth of it. */
  static final int LONGEST_LINE = 1 << 20;

  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;

  private final InputStream in;
  private final OutputStream out;
  private final McpJsonMapper json;
  private final Duration patience;
  private final Set<Object> unanswered = new HashSet<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean introduced;

  /**
   * A wire over two streams.
   *
   * @param patience how long answers may take once the input has ended
   */
  Wire(InputStream in, OutputStream out, McpJsonMapper json, Duration patience) {
    this.in = in;
    this.out = out;
    this.json = json;
    this.patience = patience;
  }

  /** What the transport reads: messages only. */
  InputStream input() {
    return new LineInput(this::next);
  }

  /** What the transport writes to. */
  OutputStream output() {
    return new LineOutput(this::send);
  }

  /** Waits until the transport has been told that the input is at its end. */
  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** The next line that is a message, with its line feed; empty at the end. */
  private byte[] next() throws IOException {
    try {
      for (Line line = read(); !line.last(); line = read()) {
        if (line.tooLong()) {
          refuse(INVALID_REQUEST, "A message has at most " + LONGEST_LINE + " bytes.");
        } else if (!line.text().isBlank() && accept(line.text())) {
          return (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
        }
      }
      awaitAnswers();
      return new byte[0];
    } catch (IOException e) {
      ended.countDown();
      throw e;
    }
  }

  /**
   * A line of the input.
   *
   * @param text without its line feed
   * @param last whether there was none any more
   */
  private record Line(String text, boolean tooLong, boolean last) {}

  private Line read() throws IOException {
    var bytes = new ByteArrayOutputStream();
    int length = 0;
    int next = in.read();
    boolean last = next < 0;
    for (; next >= 0 && next != '\n'; next = in.read()) {
      length++;
      if (length <= LONGEST_LINE) {
        bytes.write(next);
      }
    }
    return new Line(bytes.toString(StandardCharsets.UTF_8), length > LONGEST_LINE, last);
  }

  private boolean accept(String line) throws IOException {
    JSONRPCMessage message;
    try {
      message = McpSchema.deserializeJsonRpcMessage(json, line);
    } catch (IOException | RuntimeException _) {
      refuse(PARSE_ERROR, "This line is no message of JSON-RPC.");
      return false;
    }
    expect(message);
    return true;
  }

  /** Before both sides are introduced, only the introduction is answered. */
  private synchronized void expect(JSONRPCMessage message) {
    switch (message) {
      case JSONRPCRequest request when introduced || request.method().equals("initialize") ->
          unanswered.add(request.id());
      case JSONRPCNotification notice when notice.method().equals("notifications/initialized") ->
          introduced = true;
      default -> {}
    }
  }

  private synchronized void awaitAnswers() {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!unanswered.isEmpty() && System.nanoTime() < end) {
        wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    ended.countDown();
  }

  private void refuse(int code, String why) throws IOException {
    write(
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":%d,\"message\":\"%s\"}}\n"
            .formatted(code, why)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a whole line of the transport's. */
  private void send(byte[] line) throws IOException {
    write(line);
    try {
      String text = new String(line, StandardCharsets.UTF_8);
      if (McpSchema.deserializeJsonRpcMessage(json, text) instanceof JSONRPCResponse response) {
        answered(response);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the transport wrote something that is no message", e);
    }
  }

  private synchronized void answered(JSONRPCResponse response) {
    unanswered.remove(response.id());
    notifyAll();
  }

  private void write(byte[] line) throws IOException {
    synchronized (out) {
      out.write(line);
      out.flush();
    }
  }
}
