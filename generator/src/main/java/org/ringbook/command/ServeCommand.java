package org.ringbook.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ringbook.build.BookFolders;
import org.ringbook.build.BuildResult;
import org.ringbook.build.BuildSettings;
import org.ringbook.build.Pipeline;
import org.ringbook.model.Site;
import org.ringbook.publish.Digest;
import org.ringbook.serve.BookWatch;
import org.ringbook.serve.DevServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringbook serve}. */
@Command(
    name = "serve",
    description =
        "Builds the handbook, serves it on this machine, and reloads pages at every edit.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Only this machine can reach the server. Ctrl+C ends it.",
      "",
      "Examples:",
      "  ringbook serve",
      "  ringbook serve --port 9000"
    })
final class ServeCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private BookOption book;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on the loopback address, 0 for any (default: ${DEFAULT-VALUE}).")
  private int port = 8025;

  @Override
  public Integer call() throws Exception {
    BookFolders folders = book.folders();
    var settings = new BuildSettings(folders, folders.site(), false, true, true);
    try (var server = server();
        var watch = new BookWatch(folders.inputs());
        var pipeline = new Pipeline(settings, Building.proving(settings))) {
      out().println("Building …");
      while (true) {
        BuildResult result = pipeline.build(step -> {}, pages -> show(pages, server));
        tell(result, server);
        watch.awaitChange();
      }
    }
  }

  private DevServer server() throws IOException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ParameterException(spec.commandLine(), "A port is 0 to 65535, not " + port);
    }
    try {
      return new DevServer(port);
    } catch (BindException e) {
      throw new ParameterException(
          spec.commandLine(), "Port " + port + " is taken; try --port 0 for any free one.", e);
    }
  }

  /** Open pages reload when what they show has changed, not when only the index has. */
  private static void show(Site site, DevServer server) {
    SortedMap<String, byte[]> seen = new TreeMap<>(site.files());
    seen.keySet().removeIf(path -> path.startsWith("search/") || path.equals("report.json"));
    server.show(site, Digest.of(new Site(seen)));
  }

  private void tell(BuildResult result, DevServer server) {
    Site site = result.site();
    if (result.succeeded() && site != null) {
      show(site, server);
      long millis = result.timings().values().stream().mapToLong(d -> d.toMillis()).sum();
      out().println("%s   (built in %d ms)".formatted(server.address(), millis));
    } else {
      String text = ProblemsAsText.of(result.problems());
      server.showProblems(text.replaceAll("\033\\[[0-9;]*m", ""));
      spec.commandLine().getErr().print(text);
      spec.commandLine().getErr().flush();
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
