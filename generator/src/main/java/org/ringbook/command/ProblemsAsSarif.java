package org.ringbook.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.ringbook.model.Problem;
import org.ringbook.model.Severity;

/**
 * Problems in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code
 * hosts show beside the lines.
 */
final class ProblemsAsSarif {

  private ProblemsAsSarif() {}

  static String of(List<Problem> problems) throws IOException {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
          json.writeStringField("version", "2.1.0");
          json.writeArrayFieldStart("runs");
          json.writeStartObject();
          tool(json, problems);
          json.writeArrayFieldStart("results");
          for (Problem problem : problems) {
            result(json, problem);
          }
          json.writeEndArray();
          json.writeEndObject();
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void tool(JsonGenerator json, List<Problem> problems) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Ringbook");
    json.writeArrayFieldStart("rules");
    for (String code : problems.stream().map(Problem::code).distinct().sorted().toList()) {
      json.writeStartObject();
      json.writeStringField("id", code);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A path is no URI as long as it has blanks. */
  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private static void result(JsonGenerator json, Problem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", problem.code());
    json.writeStringField("level", problem.severity() == Severity.ERROR ? "error" : "warning");
    json.writeObjectFieldStart("message");
    json.writeStringField(
        "text",
        problem.hint().isEmpty() ? problem.title() : problem.title() + ". " + problem.hint());
    json.writeEndObject();
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(problem.place().file()));
    json.writeEndObject();
    if (problem.place().line() > 0) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", problem.place().line());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }
}
