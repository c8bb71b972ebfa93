package org.ringbook.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The server in a process of its own, asked by the SDK's client, and line by line. */
class McpCommandTest {

  private static final String GREETING =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  private static Path book = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static McpSyncClient client;

  @BeforeAll
  static void startServer(@TempDir Path temp) throws Exception {
    book = Files.createDirectories(temp.resolve("book"));
    new GoldenBook(book).close();
    assertEquals(0, RingbookCommand.line().execute("build", "--book", book.toString()));
    // After the build, which would refuse them.
    plant("Fails", "throw new IllegalStateException(\"on purpose\");");
    plant("Floods", "while (true) { IO.println(\"more and more and more\"); }");
    client = client(book);
  }

  private static void plant(String name, String body) throws IOException {
    Files.writeString(
        book.resolve("snippets/examples/one/" + name + ".java"),
        "//JAVA 25+\n//DESCRIPTION Goes wrong.\n\nvoid main() { " + body + " }\n");
  }

  @AfterAll
  static void endServer() {
    assertTrue(client.closeGracefully());
  }

  private static List<String> command(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("org.ringbook.command.Main", "mcp", "--book", folder.toString()));
    return command;
  }

  private static McpSyncClient client(Path folder) {
    List<String> command = command(folder);
    var parameters =
        ServerParameters.builder(command.getFirst())
            .args(command.subList(1, command.size()))
            .build();
    McpSyncClient client =
        McpClient.sync(new StdioClientTransport(parameters, McpJsonDefaults.getMapper()))
            .requestTimeout(Duration.ofMinutes(2))
            .initializationTimeout(Duration.ofMinutes(2))
            .build();
    client.initialize();
    return client;
  }

  private static CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(CallToolResult result) {
    return result.content().stream()
        .map(content -> ((TextContent) content).text())
        .collect(Collectors.joining());
  }

  private static String answer(String tool, Map<String, Object> arguments) {
    CallToolResult result = call(tool, arguments);
    assertFalse(isError(result), () -> text(result));
    return text(result);
  }

  private static boolean isError(CallToolResult result) {
    return Boolean.TRUE.equals(result.isError());
  }

  @Test
  void tells_what_it_can_do_and_when_to_use_it() {
    List<Tool> tools = client.listTools().tools();

    assertEquals(
        List.of("map_api", "read_section", "run_example", "search_handbook"),
        tools.stream().map(Tool::name).sorted().toList());
    for (Tool tool : tools) {
      assertEquals(false, tool.inputSchema().get("additionalProperties"));
      assertTrue(tool.description().length() > 100);
    }
    assertTrue(client.getServerInstructions().contains("ask map_api first"));
  }

  @Test
  void maps_a_name() {
    String json = answer("map_api", Map.of("name", "kmalloc", "to", "windows"));

    assertTrue(json.contains("\"status\":\"found\""), json);
    assertTrue(json.contains("ExAllocatePool2"), json);
    assertFalse(json.contains("kmem_zalloc"), json);
  }

  @Test
  void searches_and_reads_what_it_found() {
    String json = answer("search_handbook", Map.of("query", "second look", "limit", 3));
    String url = json.replaceFirst("(?s)^.*?\"url\":\"([^\"]+)\".*$", "$1");
    assertTrue(url.contains("second-look.html"), json);

    String section = answer("read_section", Map.of("url", url));

    assertTrue(section.contains("Looks again."), section);
    assertFalse(section.contains("<"), section);
  }

  @Test
  void filters_by_kind_and_volume() {
    String json =
        answer("search_handbook", Map.of("query", "kmalloc", "kinds", List.of("example")));
    assertFalse(json.contains("\"kind\":\"api\""), json);
    assertTrue(
        answer("search_handbook", Map.of("query", "look", "volume", "none-such"))
            .contains("\"hits\":[]"));
  }

  @Test
  void runs_an_example() {
    assertEquals("1\n2\n3\n", answer("run_example", Map.of("id", "counts-up")));
  }

  static Stream<Arguments> wrongArguments() {
    return Stream.of(
        Arguments.of("map_api", Map.of(), "name"),
        Arguments.of("map_api", Map.of("name", "x".repeat(10_000)), "200"),
        Arguments.of("map_api", Map.of("name", 7), "string"),
        Arguments.of("map_api", Map.of("name", "kmalloc", "to", "plan9"), "to"),
        Arguments.of("map_api", Map.of("name", "kmalloc", "surplus", 1), "surplus"),
        Arguments.of("search_handbook", Map.of("query", "x", "limit", 1_000_000), "20"),
        Arguments.of("search_handbook", Map.of("query", "x", "kinds", List.of("page")), "kinds"),
        Arguments.of("search_handbook", Map.of("query", "y".repeat(10_000)), "200"),
        Arguments.of("read_section", Map.of("url", "../../etc/passwd"), "no such url"),
        Arguments.of("read_section", Map.of("url", "/etc/passwd"), "no such url"),
        Arguments.of("read_section", Map.of("url", "file:///etc/passwd"), "no such url"),
        Arguments.of("read_section", Map.of("url", "report.json"), "no such url"),
        Arguments.of("read_section", Map.of("url", "\u0000\u0007"), "no such url"),
        Arguments.of("run_example", Map.of("id", "count-up"), "did you mean counts-up?"),
        Arguments.of("run_example", Map.of("id", "../../../bin/sh"), "no such example"),
        Arguments.of("run_example", Map.of("id", "fails"), "on purpose"),
        Arguments.of("run_example", Map.of("id", "floods"), "prints more than"));
  }

  @ParameterizedTest
  @MethodSource("wrongArguments")
  void answers_what_makes_no_sense_with_a_sentence(
      String tool, Map<String, Object> arguments, String said) {
    CallToolResult result = call(tool, arguments);

    assertTrue(isError(result), () -> text(result));
    assertTrue(text(result).contains(said), () -> text(result));
    assertTrue(text(result).length() < 30_000);
    assertFalse(text(result).contains("root:"));
  }

  @Test
  void any_text_is_a_name() {
    for (String name : List.of("\u0000\u0007", "*) OR (", "<b>", "%s%n", "\"]}")) {
      assertTrue(answer("map_api", Map.of("name", name)).contains("\"status\":\"none\""), name);
    }
  }

  @Test
  void says_what_to_do_before_the_first_build(@TempDir Path temp) throws Exception {
    Path fresh = Files.createDirectories(temp.resolve("fresh"));
    new GoldenBook(fresh).close();
    String said =
        lines(
            fresh,
            GREETING
                + request(1, "search_handbook", "{\"query\":\"x\"}")
                + request(2, "map_api", "{\"name\":\"kmalloc\"}"));

    assertTrue(said.contains("run ./ringbook build"), said);
    assertTrue(said.contains("\\\"status\\\":\\\"found\\\""), said);
  }

  @Test
  void survives_what_is_no_message_and_answers_all_before_it_ends() throws Exception {
    String said =
        lines(
            book,
            "this is no JSON\n[1,2\n{\"jsonrpc\":\"2.0\"}\n\n"
                + "z".repeat(2_000_000)
                + "\n"
                + GREETING
                + "{\"jsonrpc\":\n"
                + request(1, "map_api", "{\"name\":\"kmalloc\"}")
                + request(2, "run_example", "{\"id\":\"counts-up\"}")
                + request(3, "no_such_tool", "{}"));

    List<String> lines = said.lines().toList();
    assertTrue(lines.stream().allMatch(line -> line.startsWith("{\"jsonrpc\":\"2.0\"")), said);
    assertEquals(4, lines.stream().filter(line -> line.contains("-32700")).count(), said);
    assertEquals(1, lines.stream().filter(line -> line.contains("at most 1048576 bytes")).count());
    for (int id = 0; id <= 3; id++) {
      String own = "\"id\":" + id;
      assertTrue(lines.stream().anyMatch(line -> line.contains(own)), id + ": " + said);
    }
    assertTrue(said.contains("1\\n2\\n3\\n"), said);
  }

  private static String request(int id, String tool, String arguments) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}\n"
        .formatted(id, tool, arguments);
  }

  /** What it writes for an input, with the end of which it ends by itself and in silence. */
  private static String lines(Path folder, String input) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("mcp", ".errors");
    Process process = new ProcessBuilder(command(folder)).redirectError(errors.toFile()).start();
    try {
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(1, TimeUnit.MINUTES));
      assertEquals(0, process.exitValue(), () -> output);
      assertEquals("", Files.readString(errors));
      return output;
    } finally {
      process.destroyForcibly();
      Files.delete(errors);
    }
  }
}
