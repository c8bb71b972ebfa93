package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An author edits the book while it is served; the open page follows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServeTest {

  private static final String CHAPTER = "volumes/vol-1-foundation/transmit-ring.adoc";
  private static final String EXAMPLE = "snippets/examples/foundation/TxRingFull";

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Chromium browser;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private BookCopy book;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Process server;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private String address;

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    browser = Chromium.start();
    book = BookCopy.in(folder);
    server =
        JavaProcess.builder(
                "org.ringbook.command.Main", "serve", "--port", "0", "--book", folder.toString())
            .redirectError(folder.resolve("serve.log").toFile())
            .start();
    address = awaitAddress(server);
  }

  @AfterAll
  void stop() throws InterruptedException {
    if (server != null) {
      server.destroy();
      assertTrue(server.waitFor(20, TimeUnit.SECONDS), "the server ends when told to");
    }
    if (browser != null) {
      browser.close();
    }
  }

  /** The address follows the first good build. */
  private static String awaitAddress(Process server) throws IOException {
    @SuppressWarnings("resource") // it ends with the process
    BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("http")) {
        drain(lines);
        return line.substring(0, line.indexOf(' '));
      }
    }
    throw new AssertionError("the server ended before it served");
  }

  private static void drain(BufferedReader lines) {
    Thread.ofVirtual().start(() -> lines.lines().forEach(line -> {}));
  }

  @Test
  void anEditedSentenceAppearsByItself() throws IOException {
    browser.open(address + "foundation/transmit-ring.html");
    browser.value("(window.before = true)");
    book.edit(CHAPTER, text -> text.replace("A ring is an agreement.", "A ring is a treaty."));
    awaitText(".lead", "A ring is a treaty.");
    assertEquals(true, browser.value("window.before === undefined"), "the page was loaded anew");
  }

  @Test
  void aBrokenExampleIsToldOnThePageAndARepairedOneIsShown() throws IOException {
    browser.open(address + "foundation/transmit-ring.html");
    String good = book.read(EXAMPLE + ".java");
    book.write(EXAMPLE + ".java", good + "int oops() { return \"<b>no number</b>\"; }\n");
    awaitText("#ringbook-problems", "TxRingFull.java");
    assertTrue(browser.the("#ringbook-problems").getText().contains("does-not-compile"));
    assertEquals(List.of(), browser.all("#ringbook-problems *"), "a problem is text, never markup");
    assertTrue(browser.the(".example").isDisplayed(), "the last good page stays");

    String label = "\"sent\"";
    assertTrue(good.contains(label));
    book.write(EXAMPLE + ".out", book.read(EXAMPLE + ".out").replaceAll("(?m)^sent", "away"));
    book.write(EXAMPLE + ".java", good.replace(label, "\"away\""));
    awaitText(".example samp", "away");
    awaitText(".example pre.code", "\"away\"");
    browser.await("no problems", d -> browser.all("#ringbook-problems").isEmpty());
  }

  @Test
  void onlyThisMachineIsAnswered() throws IOException {
    int port = URI.create(address).getPort();
    List<InetAddress> outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
            .toList();
    for (InetAddress other : outside) {
      assertThrows(ConnectException.class, () -> new Socket(other, port).close(), other.toString());
    }
    assertFalse(URI.create(address).getHost().isEmpty());
  }

  @Test
  void noRequestWalksOutOfTheSite() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      for (String path :
          List.of("%2e%2e/%2e%2e/pom.xml", "..%2f..%2fvolumes/book.yaml", "nowhere")) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(404, answer.statusCode(), path);
      }
    }
  }

  private void awaitText(String selector, String text) {
    browser.awaitTrue(
        "(document.querySelector(arguments[0])?.textContent ?? '').includes(arguments[1])",
        selector,
        text);
  }
}
