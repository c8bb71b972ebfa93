package org.ringbook.mcp;

import java.io.IOException;
import java.util.Map;
import org.ringbook.build.BookFolders;
import org.ringbook.search.document.SearchDocument;

/** {@code read_section}: the text behind a hit of the search. */
final class SectionTool implements Tool {

  private static final int LONGEST_URL = 300;

  /** Characters of one answer; the longest section of the handbook has about half of it. */
  private static final int LONGEST_TEXT = 24_000;

  private final BuiltBook book;

  SectionTool(BookFolders folders) {
    this.book = new BuiltBook(folders);
  }

  @Override
  public String name() {
    return "read_section";
  }

  @Override
  public String description() {
    return "Gives one section, kernel call or example of the handbook as plain text, with its"
        + " listings and what they printed. The url must be one that search_handbook gave.";
  }

  @Override
  public Map<String, Object> schema() {
    return new Schema()
        .requiredText("url", LONGEST_URL, "Exactly as a hit of search_handbook has it.")
        .build();
  }

  @Override
  public String call(Arguments arguments) throws Refusal, IOException {
    SearchDocument document = book.document(arguments.required("url"));
    String text = SectionText.of(book.page(document), document.url());
    String head = document.title() + "\n" + document.url() + "\n\n";
    return head + (text.length() <= LONGEST_TEXT ? text : cut(text));
  }

  private static String cut(String text) {
    int end = text.lastIndexOf('\n', LONGEST_TEXT);
    return text.substring(0, end < 0 ? LONGEST_TEXT : end)
        + "\n\n[cut: %d more characters]".formatted(text.length() - Math.max(end, 0));
  }
}
