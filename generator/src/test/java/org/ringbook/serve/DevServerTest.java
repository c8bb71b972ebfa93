package org.ringbook.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringbook.model.Site;

class DevServerTest {

  private final DevServer server;
  private final int port;

  DevServerTest() throws IOException {
    server = new DevServer(0);
    port = URI.create(server.address()).getPort();
  }

  @BeforeEach
  void show() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("index.html", bytes("<html><head></head><body>home</body></html>"));
    files.put("one/index.html", bytes("<html><head></head><body>one</body></html>"));
    files.put("404.html", bytes("<html><head></head><body>not here</body></html>"));
    files.put("a b.css", bytes("a{}"));
    server.show(new Site(new TreeMap<>(files)), "v1");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Sends what no decent client would, and returns all that comes back. */
  private String ask(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(bytes(request));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String get(String path) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  private static int status(String answer) {
    return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
  }

  @Test
  void pages_reload_themselves_and_other_files_are_as_they_are() throws IOException {
    String home = get("/");
    assertEquals(200, status(home));
    assertTrue(home.contains("home") && home.contains("/ringbook-live.js"), home);
    assertTrue(get("/a%20b.css").endsWith("a{}"));
    assertEquals(301, status(get("/one")));
    assertTrue(get("/one/").contains("one"));
    assertEquals(200, status(get("/ringbook-live.js")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/one/..%5c..%5c/etc/passwd",
        "//etc/passwd",
        "/%00",
        "/etc/passwd",
        "/./../etc/passwd"
      })
  void a_path_that_is_no_file_of_the_site_gives_nothing(String path) throws IOException {
    String answer = get(path);
    assertTrue(List.of(0, 400, 404).contains(status(answer)), answer);
    assertFalse(answer.contains("root:"), answer);
  }

  @Test
  void a_foreign_name_is_refused() throws IOException {
    for (String host :
        List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80")) {
      for (String path : List.of("/", "/ringbook-live", "/ringbook-live.js")) {
        String asked =
            "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        assertEquals(403, status(ask(asked)), host + path);
      }
    }
    assertEquals(
        200, status(ask("GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n")));
  }

  @Test
  void head_has_no_body_and_nothing_can_be_changed() throws IOException {
    String head = ask("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertEquals(200, status(head));
    assertFalse(head.contains("home"));
    for (String method : List.of("POST", "PUT", "DELETE", "TRACE")) {
      String asked =
          method
              + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      assertEquals(405, status(ask(asked)), method);
    }
  }

  @Test
  void what_is_missing_is_the_page_for_it() throws IOException {
    String missing = get("/no-such.html");
    assertEquals(404, status(missing));
    assertTrue(missing.contains("not here"));
  }

  @Test
  void only_this_machine_can_connect() throws IOException {
    for (var network : NetworkInterface.networkInterfaces().toList()) {
      for (var address : network.inetAddresses().filter(a -> !a.isLoopbackAddress()).toList()) {
        try (var socket = new Socket()) {
          assertThrows(
              IOException.class,
              () -> socket.connect(new InetSocketAddress(address, port), 500),
              address::toString);
        }
      }
    }
    assertThrows(
        ConnectException.class,
        () -> {
          server.close();
          new Socket(InetAddress.getLoopbackAddress(), port).close();
        });
  }

  @Test
  void open_pages_hear_of_a_new_version_and_of_problems() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(bytes("GET /ringbook-live HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      var lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertEquals("data: v1", data(lines));
      server.show(new Site(new TreeMap<>()), "v2");
      assertEquals("data: v2", data(lines));
      server.showProblems("x.adoc:1: error");
      assertEquals("data: x.adoc:1: error", data(lines));
    }
  }

  private static String data(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (!line.startsWith("data:")) {
      line = lines.readLine();
    }
    return line;
  }
}
