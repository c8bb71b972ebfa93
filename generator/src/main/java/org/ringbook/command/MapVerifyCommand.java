package org.ringbook.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringbook.build.BookFolders;
import org.ringbook.index.ApiNames;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.verify.NoSourcesException;
import org.ringbook.search.verify.State;
import org.ringbook.search.verify.Verification;
import org.ringbook.search.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringbook map verify}. */
@Command(
    name = "verify",
    description = {
      "Looks up the map's names in a source tree of yours.",
      "A name is found in the file that the map names, has moved to another, or is gone."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ringbook map verify --os freebsd --source /usr/src",
      "  ringbook map verify --os linux --source /usr/src/linux-headers-6.1.0-50-common",
      "  ringbook map verify --os windows --source /usr/share/mingw-w64/include --json",
      "  ringbook map verify --os rtos",
      "",
      "Exit code: 0 nothing is gone, 1 something is, 2 wrong usage."
    })
final class MapVerifyCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private BookOption book;

  @Option(
      names = "--os",
      paramLabel = "OS",
      required = true,
      description = "One of: linux, freebsd, netbsd, illumos, windows, rtos.")
  private String os = "";

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description =
          "Kernel sources, installed headers or, for windows, pages of windows-driver-docs-ddi."
              + " Not needed for rtos, whose source is this book.")
  private @Nullable Path source;

  @Option(names = "--json", description = "Print every name with its state as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Os system =
        Os.of(os.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> wrong("Unknown system " + os + ". Known: " + known() + "."));
    BookFolders folders = book.folders();
    ApiMap map = ApiNames.read(folders.apiMap()).map();
    Verification names = verify(map, system, tree(system, folders));
    spec.commandLine()
        .getOut()
        .println(json ? VerificationAsJson.of(names) : VerificationAsText.of(names));
    return names.in(State.GONE).isEmpty() ? 0 : 1;
  }

  private Verification verify(ApiMap map, Os system, Path tree) throws IOException {
    try {
      return Verifier.verify(map, system, tree);
    } catch (NoSourcesException e) {
      throw wrong("There are no headers or sources in " + e.getMessage());
    }
  }

  private Path tree(Os system, BookFolders folders) {
    if (source == null && system == Os.RTOS) {
      return folders.code();
    }
    if (source == null) {
      throw wrong("Where are the sources of " + system.title() + "? Name them with --source DIR.");
    }
    if (!Files.isDirectory(source)) {
      throw wrong("No such folder: " + source);
    }
    return source;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String known() {
    return Stream.of(Os.values()).map(Os::key).collect(Collectors.joining(", "));
  }
}
