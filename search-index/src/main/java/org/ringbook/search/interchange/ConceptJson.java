package org.ringbook.search.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.FalseFriend;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.apimap.OsColumn;
import org.ringbook.search.apimap.Words;

/** One concept in JSON; what it doesn't have is left out. */
final class ConceptJson {

  private ConceptJson() {}

  /** Writes an object: identity, words, a column for each system, false friends. */
  static void write(JsonGenerator json, Concept concept, String url) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", concept.id());
    json.writeStringField("title", concept.title());
    json.writeStringField("category", concept.category());
    json.writeStringField("relation", concept.relation().key());
    json.writeStringField("url", url);
    words(json, concept.words());
    optional(json, "stub", concept.stub().orElse(""));
    optional(json, "example", concept.example().orElse(""));
    json.writeObjectFieldStart("os");
    for (Os os : Os.values()) {
      if (concept.columns().containsKey(os)) {
        column(json, concept.on(os));
      }
    }
    json.writeEndObject();
    json.writeArrayFieldStart("falseFriends");
    for (FalseFriend friend : concept.falseFriends()) {
      falseFriend(json, friend);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A field named after the system. */
  private static void column(JsonGenerator json, OsColumn column) throws IOException {
    json.writeObjectFieldStart(column.os().key());
    optional(json, "none", column.reason());
    WaysJson.write(json, column);
    json.writeEndObject();
  }

  private static void words(JsonGenerator json, Words words) throws IOException {
    optional(json, "does", words.does());
    optional(json, "ownership", words.ownership());
    optional(json, "context", words.context());
    optional(json, "note", words.bites());
  }

  private static void optional(JsonGenerator json, String key, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(key, text);
    }
  }

  private static void falseFriend(JsonGenerator json, FalseFriend friend) throws IOException {
    json.writeStartObject();
    json.writeStringField("os", friend.os().key());
    json.writeStringField("name", friend.name());
    json.writeStringField("verdict", friend.verdict().words());
    optional(json, "explanation", friend.explanation());
    json.writeEndObject();
  }
}
