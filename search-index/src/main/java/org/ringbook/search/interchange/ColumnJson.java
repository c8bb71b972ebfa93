package org.ringbook.search.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.OsColumn;

/** What one system offers for a concept, in JSON. */
final class ColumnJson {

  private ColumnJson() {}

  /** A field named after the system. Keys are those of the data files, and {@code evidence}. */
  static void write(JsonGenerator json, OsColumn column) throws IOException {
    json.writeObjectFieldStart(column.os().key());
    ConceptJson.optional(json, "none", column.reason());
    calls(json, "calls", column.calls());
    if (!column.alternatives().isEmpty()) {
      json.writeArrayFieldStart("or");
      for (List<Call> way : column.alternatives()) {
        calls(json, way);
      }
      json.writeEndArray();
    }
    some(json, "iflib", column.framework());
    some(json, "with", column.companions());
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : column.everyCall().flatMap(Call::everyEvidence).distinct().toList()) {
      evidence(json, evidence);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void some(JsonGenerator json, String key, List<Call> calls) throws IOException {
    if (!calls.isEmpty()) {
      calls(json, key, calls);
    }
  }

  private static void calls(JsonGenerator json, String key, List<Call> calls) throws IOException {
    json.writeFieldName(key);
    calls(json, calls);
  }

  private static void calls(JsonGenerator json, List<Call> calls) throws IOException {
    json.writeStartArray();
    for (Call call : calls) {
      json.writeStartObject();
      json.writeStringField("name", call.name());
      json.writeStringField("phase", call.phase().key());
      if (!call.flags().isEmpty()) {
        json.writeArrayFieldStart("flags");
        for (Evidence flag : call.flags()) {
          json.writeString(flag.symbol());
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void evidence(JsonGenerator json, Evidence evidence) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", evidence.symbol());
    json.writeStringField("kind", evidence.kind());
    json.writeStringField("declaredIn", evidence.declaredIn());
    json.writeStringField("release", evidence.release());
    json.writeEndObject();
  }
}
