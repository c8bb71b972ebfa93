package org.ringbook.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only requests through that were meant for this machine. A foreign page could otherwise have
 * a browser ask us under a name that its owner points at the loopback address (DNS rebinding).
 */
final class LocalOnly implements HttpHandler {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final HttpHandler inner;

  LocalOnly(HttpHandler inner) {
    this.inner = inner;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (isLocal(exchange.getRequestHeaders().getFirst("Host"))) {
      inner.handle(exchange);
      return;
    }
    try (exchange) {
      exchange.sendResponseHeaders(403, -1);
    }
  }

  private static boolean isLocal(@Nullable String host) {
    return host == null || NAMES.contains(host.replaceFirst(":\\d+$", ""));
  }
}
