package org.ringbook.search.lookup;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.FalseFriend;
import org.ringbook.search.apimap.Match;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.apimap.OsColumn;
import org.ringbook.search.interchange.WaysJson;

/** Answers for programs. */
public final class AnswerJson {

  private final JsonGenerator json;
  private final Question question;

  private AnswerJson(JsonGenerator json, Question question) {
    this.json = json;
    this.question = question;
  }

  /**
   * Writes an answer as one object: query, status, message, the names it stands for, and the
   * concepts, best first, each with a column for each system. A question that goes to one system
   * gets that one and those whose name it was.
   *
   * @param most concepts to write; how many there are in all stands under {@code total}
   */
  public static void write(JsonGenerator json, Question question, Answer answer, int most)
      throws IOException {
    new AnswerJson(json, question).answer(answer, most);
  }

  private void answer(Answer answer, int most) throws IOException {
    json.writeStartObject();
    json.writeStringField("query", answer.query());
    json.writeStringField("status", answer.status().key());
    json.writeStringField("message", answer.message());
    strings("names", answer.names());
    json.writeNumberField("total", answer.hits().size());
    json.writeArrayFieldStart("concepts");
    for (Hit hit : answer.hits().stream().limit(most).toList()) {
      concept(hit);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void concept(Hit hit) throws IOException {
    Concept concept = hit.concept();
    json.writeStartObject();
    json.writeStringField("id", concept.id());
    json.writeStringField("category", concept.category());
    json.writeStringField("title", concept.title());
    json.writeStringField("matched", hit.reason().key());
    json.writeStringField("relation", concept.relation().key());
    json.writeStringField("note", concept.note());
    json.writeStringField("does", concept.words().does());
    json.writeStringField("ownership", concept.words().ownership());
    json.writeStringField("context", concept.words().context());
    optional("stub", concept.stub());
    optional("example", concept.example());
    json.writeObjectFieldStart("os");
    Set<Os> shown = shown(hit);
    for (Os os : shown) {
      column(os, concept.on(os));
    }
    json.writeEndObject();
    friends(hit, shown);
    json.writeEndObject();
  }

  /** All systems, or the one that is asked for beside those that the name is of. */
  private Set<Os> shown(Hit hit) {
    return question
        .to()
        .map(
            to ->
                Stream.concat(Stream.of(to), Stream.concat(question.from().stream(), owners(hit)))
                    .collect(Collectors.toCollection(TreeSet::new)))
        .orElseGet(() -> new TreeSet<>(List.of(Os.values())));
  }

  private static Stream<Os> owners(Hit hit) {
    return hit.matches().stream().map(Match::os);
  }

  private void column(Os os, OsColumn column) throws IOException {
    json.writeObjectFieldStart(os.key());
    WaysJson.write(json, column);
    phases(column);
    if (column.none()) {
      json.writeStringField("reason", column.reason());
    }
    json.writeEndObject();
  }

  /** The usual way's names by phase, each list in order. */
  private void phases(OsColumn column) throws IOException {
    json.writeObjectFieldStart("phases");
    var phases =
        column.calls().stream()
            .collect(Collectors.groupingBy(Call::phase, TreeMap::new, Collectors.toList()));
    for (var phase : phases.entrySet()) {
      strings(phase.getKey().key(), phase.getValue().stream().map(Call::name).toList());
    }
    json.writeEndObject();
  }

  private void friends(Hit hit, Set<Os> shown) throws IOException {
    json.writeArrayFieldStart("falseFriends");
    for (FalseFriend friend : hit.concept().falseFriends()) {
      if (shown.contains(friend.os())) {
        json.writeStartObject();
        json.writeStringField("os", friend.os().key());
        json.writeStringField("name", friend.name());
        json.writeStringField("why", friend.why());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void optional(String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    } else {
      json.writeNullField(field);
    }
  }

  private void strings(String field, List<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
