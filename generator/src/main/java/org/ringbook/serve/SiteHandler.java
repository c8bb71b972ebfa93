package org.ringbook.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringbook.model.Site;

/** Answers with files of the newest site. */
final class SiteHandler implements HttpHandler {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("xml", "application/xml; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final Supplier<Site> site;

  SiteHandler(Supplier<Site> site) {
    this.site = site;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        answer(exchange, 405, "txt", "Only GET and HEAD.\n".getBytes(StandardCharsets.UTF_8));
        return;
      }
      String asked = exchange.getRequestURI().getPath();
      String path = asked == null || asked.isEmpty() ? "" : asked.substring(1);
      serve(exchange, path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
    }
  }

  private void serve(HttpExchange exchange, String path) throws IOException {
    byte[] file = file(path);
    if (file != null) {
      answer(exchange, 200, path.substring(path.lastIndexOf('.') + 1), file);
    } else if (file(path + "/index.html") != null) {
      exchange.getResponseHeaders().set("Location", "/" + path + "/");
      answer(exchange, 301, "txt", new byte[0]);
    } else {
      byte[] missing = file("404.html");
      answer(exchange, 404, "html", missing == null ? new byte[0] : missing);
    }
  }

  private byte @Nullable [] file(String path) {
    return site.get().files().get(path);
  }

  private static void answer(HttpExchange exchange, int status, String ending, byte[] content)
      throws IOException {
    byte[] body = ending.equals("html") ? LiveScript.inject(content) : content;
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
