package org.ringbook.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Server-sent events to every open page: the version of the site, or the problems of a build. */
final class LiveEvents implements HttpHandler {

  private final List<HttpExchange> listeners = new ArrayList<>();
  private String last = "";

  @Override
  public synchronized void handle(HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/event-stream");
    headers.set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    listeners.add(exchange);
    send(exchange, last);
  }

  /** A good build. */
  void version(String version) {
    tell(event("version", version));
  }

  /** A build with problems; the pages stay as they are. */
  void problems(String text) {
    tell(event("problems", text));
  }

  private synchronized void tell(String event) {
    last = event;
    List.copyOf(listeners).forEach(listener -> send(listener, event));
  }

  private static String event(String name, String data) {
    return data.lines()
        .map(line -> "data: " + line)
        .collect(Collectors.joining("\n", "event: " + name + "\n", "\n\n"));
  }

  /** A listener that can't be written to is a page that was closed. */
  private void send(HttpExchange listener, String event) {
    try {
      OutputStream out = listener.getResponseBody();
      out.write(event.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      listeners.remove(listener);
      listener.close();
    }
  }

  synchronized void close() {
    listeners.forEach(HttpExchange::close);
  }
}
