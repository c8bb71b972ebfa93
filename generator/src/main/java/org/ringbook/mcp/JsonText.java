package org.ringbook.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;

/** JSON as tools answer it: on one line, since nobody but a program reads it. */
final class JsonText {

  private JsonText() {}

  /** Something that writes a value. */
  @FunctionalInterface
  interface Value {
    void write(JsonGenerator json) throws IOException;
  }

  static String write(Value value) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      value.write(json);
    }
    return text.toString();
  }
}
