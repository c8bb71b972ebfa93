package org.ringbook.search.interchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/** Reads an inventory as Sphinx does: same head, same pattern for a line. */
record Inventory(List<String> head, List<Symbol> symbols) {

  private static final Pattern LINE =
      Pattern.compile("(.+?)\\s+(\\S+:\\S+)\\s+(-?\\d+)\\s+?(\\S*)\\s+(.*)");

  static Inventory read(byte[] file) throws IOException {
    var in = new ByteArrayInputStream(file);
    List<String> head = List.of(line(in), line(in), line(in), line(in));
    byte[] body = new InflaterInputStream(in).readAllBytes();
    List<Symbol> symbols = new ArrayList<>();
    for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IOException("no inventory line: " + line);
      }
      String name = parts.group(1);
      String url = parts.group(4).replaceFirst("\\$$", Matcher.quoteReplacement(name));
      String label = parts.group(5).equals("-") ? name : parts.group(5);
      int priority = Integer.parseInt(parts.group(3));
      symbols.add(new Symbol(name, parts.group(2), priority, url, label));
    }
    return new Inventory(head, symbols);
  }

  private static String line(ByteArrayInputStream in) {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
