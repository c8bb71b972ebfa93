package org.ringbook.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ringbook.model.Site;

/** Serves the newest site on the loopback address. */
public final class DevServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LiveEvents events = new LiveEvents();
  private volatile Site site = new Site(new TreeMap<>());

  /**
   * Starts to listen.
   *
   * @param port 0 to 65535; 0 takes any free one
   * @throws IOException if the port is taken
   */
  public DevServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", new LocalOnly(new SiteHandler(() -> site)));
    server.createContext("/ringbook-live", new LocalOnly(events));
    server.createContext(LiveScript.PATH, new LocalOnly(new FileAnswer(LiveScript.source())));
    server.start();
  }

  /** The address to open. */
  public String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /** Serves another site from now on and has open pages reload. */
  public void show(Site newest, String version) {
    site = newest;
    events.version(version);
  }

  /** Shows on open pages why there is no newer site. */
  public void showProblems(String text) {
    events.problems(text);
  }

  @Override
  public void close() {
    events.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
