package org.ringbook.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.ringbook.build.BookFolders;
import org.ringbook.prove.ExampleRuns;
import org.ringbook.prove.ProveSettings;

/** Serves the handbook to one agent, for as long as its input lasts. */
public final class HandbookServer {

  private static final String INSTRUCTIONS =
      """
      Ringbook is a handbook about Ethernet drivers: how a NIC's data plane works, and how to take \
      it from one kernel to another. Every name it gives has been seen in a header or a manual.
      - About to write a kernel call, or to port one: ask map_api first, with from and to where you \
      know them. Write no name that it calls a false friend, read note (what bites), ownership and \
      context before you write the code, and treat status suggestion as a guess.
      - A question about how something works: search_handbook, then read_section with the url of \
      the best hit.
      - To see it happen: run_example with an id from map_api or search_handbook.
      """;

  private HandbookServer() {}

  /**
   * Talks until the input ends; the streams carry nothing but the protocol.
   *
   * @param version of this program, which it introduces itself with
   * @throws InterruptedException when the waiting thread is told to stop
   */
  public static void serve(
      BookFolders folders, ProveSettings settings, String version, InputStream in, OutputStream out)
      throws InterruptedException {
    McpJsonMapper json = McpJsonDefaults.getMapper();
    // An example that runs when the input ends may take its time, and its compiler too.
    Wire wire = new Wire(in, out, json, settings.timeout().multipliedBy(2));
    var transport =
        new StdioServerTransportProvider(json, wire.input(), wire.output(), Wire.LONGEST_LINE + 1);
    try (ExampleRuns runs = new ExampleRuns(settings)) {
      List<Tool> tools =
          List.of(
              new MapTool(folders),
              new SearchTool(folders),
              new SectionTool(folders),
              new ExampleTool(runs));
      McpSyncServer server =
          McpServer.sync(transport)
              .serverInfo("ringbook", version)
              .instructions(INSTRUCTIONS)
              .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
              .tools(tools.stream().map(HandbookServer::specification).toList())
              .build();
      wire.awaitEnd();
      server.closeGracefully();
    }
  }

  private static SyncToolSpecification specification(Tool tool) {
    return SyncToolSpecification.builder()
        .tool(
            McpSchema.Tool.builder(tool.name(), tool.schema())
                .description(tool.description())
                .annotations(readOnly())
                .build())
        .callHandler((_, request) -> call(tool, request))
        .build();
  }

  private static McpSchema.ToolAnnotations readOnly() {
    return McpSchema.ToolAnnotations.builder()
        .readOnlyHint(true)
        .destructiveHint(false)
        .idempotentHint(true)
        .openWorldHint(false)
        .build();
  }

  /**
   * An answer, or a result that says what was wrong: the agent, not its transport, can act on it.
   */
  private static CallToolResult call(Tool tool, CallToolRequest request) {
    try {
      return result(tool.call(new Arguments(request.arguments())), false);
    } catch (Refusal e) {
      return result(e.sentence(), true);
    } catch (IOException | UncheckedIOException _) {
      return result("The handbook's files could not be read; see ./ringbook check.", true);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return result("The server is ending.", true);
    }
  }

  private static CallToolResult result(String text, boolean error) {
    return CallToolResult.builder().addTextContent(text).isError(error).build();
  }
}
