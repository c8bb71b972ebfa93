package org.ringbook.site;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.ringbook.serve.DevServer;

/** Tests of one class share a browser, and the site served from memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserCase {

  static final int DESK = 1280;
  static final int PHONE = 360;

  /** How a reader gets at the site. */
  enum Way {
    FROM_DISK,
    SERVED
  }

  @SuppressWarnings("NullAway.Init") // set before all tests
  Chromium browser;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private DevServer server;

  @BeforeAll
  void start() throws IOException {
    browser = Chromium.start();
    server = new DevServer(0);
    server.show(BuiltSite.inMemory(), "built");
  }

  @BeforeEach
  void asAReaderComes() {
    browser.width(DESK);
    browser.systemScheme("light");
    browser.complaints();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  String url(Way way, String path) {
    return (way == Way.SERVED ? server.address() : BuiltSite.onDisk()) + path;
  }

  void open(Way way, String path) {
    browser.open(url(way, path));
  }

  String path() {
    String url = String.valueOf(browser.driver().getCurrentUrl());
    return url.replace(BuiltSite.onDisk(), "").replace(server.address(), "");
  }
}
