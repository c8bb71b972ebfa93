package org.ringbook.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.ringbook.build.BuildResult;
import org.ringbook.model.Problem;
import org.ringbook.publish.Report;

/** Problems and the report for programs. */
final class ProblemsAsJson {

  private ProblemsAsJson() {}

  static String of(BuildResult result) throws IOException {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeNumberField("errors", result.errors());
          problems(json, result.problems());
          Report report = result.report();
          if (report != null) {
            json.writeFieldName("report");
            json.writeRawValue(new String(report.json(), StandardCharsets.UTF_8).strip());
          }
          json.writeEndObject();
        });
  }

  private static void problems(JsonGenerator json, List<Problem> problems) throws IOException {
    json.writeArrayFieldStart("problems");
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
      json.writeStringField("code", problem.code());
      json.writeStringField("file", problem.place().file());
      json.writeNumberField("line", problem.place().line());
      json.writeStringField("title", problem.title());
      json.writeStringField("hint", problem.hint());
      json.writeStringField("detail", problem.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
