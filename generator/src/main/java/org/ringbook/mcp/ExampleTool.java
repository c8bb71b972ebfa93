package org.ringbook.mcp;

import java.io.IOException;
import java.util.Map;
import org.ringbook.prove.ExampleRuns;

/** {@code run_example}: what an example of the book prints, now and here. */
final class ExampleTool implements Tool {

  private static final int LONGEST_ID = 80;

  /** Characters of one answer. */
  private static final int LONGEST_OUTPUT = 24_000;

  private final ExampleRuns runs;

  ExampleTool(ExampleRuns runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "run_example";
  }

  @Override
  public String description() {
    return "Compiles and runs one of the handbook's own examples against the simulated NIC and"
        + " gives what it printed. Takes ids only, such as tx-ring-full: those that map_api"
        + " gives under example and search_handbook finds with the kind example. Runs no"
        + " other code.";
  }

  @Override
  public Map<String, Object> schema() {
    return new Schema().requiredText("id", LONGEST_ID, "The example's id.").build();
  }

  @Override
  public String call(Arguments arguments) throws Refusal, IOException, InterruptedException {
    ExampleRuns.Run run = runs.run(arguments.required("id"));
    if (!run.finished()) {
      throw new Refusal(bounded(run.text()));
    }
    return bounded(run.text());
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST_OUTPUT
        ? text
        : text.substring(0, LONGEST_OUTPUT)
            + "\n[cut: %d more characters]".formatted(text.length() - LONGEST_OUTPUT);
  }
}
