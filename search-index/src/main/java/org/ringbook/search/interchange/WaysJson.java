package org.ringbook.search.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.OsColumn;

/**
 * The ways to a concept on one system, as fields of an object that is being written: the same in an
 * answer as in the whole map, so that a program reads both with one piece of code.
 */
public final class WaysJson {

  private final JsonGenerator json;

  private WaysJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes {@code calls} and {@code evidence}, and {@code or}, {@code iflib}, {@code with} where
   * the column has them.
   */
  public static void write(JsonGenerator json, OsColumn column) throws IOException {
    new WaysJson(json).fields(column);
  }

  private void fields(OsColumn column) throws IOException {
    json.writeFieldName("calls");
    calls(column.calls());
    if (!column.alternatives().isEmpty()) {
      json.writeArrayFieldStart("or");
      for (List<Call> way : column.alternatives()) {
        calls(way);
      }
      json.writeEndArray();
    }
    some("iflib", column.framework());
    some("with", column.companions());
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : column.everyCall().flatMap(Call::everyEvidence).distinct().toList()) {
      evidence(evidence);
    }
    json.writeEndArray();
  }

  private void some(String key, List<Call> calls) throws IOException {
    if (!calls.isEmpty()) {
      json.writeFieldName(key);
      calls(calls);
    }
  }

  private void calls(List<Call> calls) throws IOException {
    json.writeStartArray();
    for (Call call : calls) {
      call(call);
    }
    json.writeEndArray();
  }

  private void call(Call call) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", call.name());
    json.writeStringField("kind", call.evidence().kind());
    json.writeStringField("phase", call.phase().key());
    json.writeArrayFieldStart("flags");
    for (Evidence flag : call.flags()) {
      json.writeString(flag.symbol());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void evidence(Evidence evidence) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", evidence.symbol());
    json.writeStringField("kind", evidence.kind());
    json.writeStringField("declaredIn", evidence.declaredIn());
    json.writeStringField("release", evidence.release());
    json.writeEndObject();
  }
}
