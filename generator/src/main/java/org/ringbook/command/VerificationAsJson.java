package org.ringbook.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.verify.Check;
import org.ringbook.search.verify.State;
import org.ringbook.search.verify.Verification;

/** What became of the map's names, for programs: every name with its state and place. */
final class VerificationAsJson {

  private VerificationAsJson() {}

  static String of(Verification names) throws IOException {
    return Json.write(json -> write(json, names));
  }

  private static void write(JsonGenerator json, Verification names) throws IOException {
    json.writeStartObject();
    json.writeStringField("os", names.os().key());
    json.writeNumberField("files", names.files());
    json.writeNumberField("names", names.checks().size());
    json.writeNumberField("found", names.in(State.FOUND).size());
    json.writeNumberField("moved", names.in(State.MOVED).size());
    json.writeNumberField("gone", names.in(State.GONE).size());
    json.writeNumberField("notChecked", names.in(State.NOT_CHECKED).size());
    json.writeArrayFieldStart("checks");
    for (Check check : names.checks()) {
      check(json, check);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void check(JsonGenerator json, Check check) throws IOException {
    Evidence evidence = check.evidence();
    json.writeStartObject();
    json.writeStringField("name", evidence.symbol());
    json.writeStringField("kind", evidence.kind());
    json.writeStringField("declaredIn", evidence.declaredIn());
    json.writeStringField("release", evidence.release());
    json.writeStringField("state", check.state().words());
    if (check.line() > 0) {
      json.writeStringField("path", check.path());
      json.writeNumberField("line", check.line());
    }
    if (!check.reason().isEmpty()) {
      json.writeStringField("reason", check.reason());
    }
    json.writeEndObject();
  }
}
