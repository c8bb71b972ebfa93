package org.ringbook.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Answers with one script. */
final class FileAnswer implements HttpHandler {

  private final byte[] script;

  FileAnswer(byte[] script) {
    this.script = script;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/javascript; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(200, script.length);
      exchange.getResponseBody().write(script);
    }
  }
}
