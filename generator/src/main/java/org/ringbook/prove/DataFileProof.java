package org.ringbook.prove;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.SAXParserFactory;
import org.ringbook.model.Listing;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** Proves JSON, XML and YAML that is included from a file of the book, by parsing that file. */
final class DataFileProof implements ListingProof {

  private static final Map<String, Reader> READERS =
      Map.of(
          "json", DataFileProof::readJson,
          "xml", DataFileProof::readXml,
          "yaml", DataFileProof::readYaml,
          "yml", DataFileProof::readYaml);

  private final BookPaths paths;

  DataFileProof(BookPaths paths) {
    this.paths = paths;
  }

  /** Reads a text to its end, and throws where it isn't well-formed. */
  private interface Reader {
    void read(String text) throws Exception;
  }

  @Override
  public Verdict judge(Listing listing, Problems problems) {
    Reader reader = READERS.get(listing.language().toLowerCase(Locale.ROOT));
    Optional<Path> file = paths.inside(listing.origin());
    if (reader == null || listing.origin().isEmpty() || file.isEmpty()) {
      return Verdict.PASS;
    }
    try {
      reader.read(Files.readString(file.get()));
      return Verdict.PROVEN;
    } catch (Exception e) {
      problems.add(
          Problem.error(
                  "malformed-data",
                  Place.of(paths.name(file.get())),
                  "the file is no well-formed " + listing.language(),
                  "")
              .withDetail(e.getMessage() == null ? e.toString() : e.getMessage()));
      return Verdict.REFUTED;
    }
  }

  private static void readJson(String text) throws Exception {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = factory.createParser(text)) {
      int values = 0;
      while (parser.nextToken() != null) {
        parser.skipChildren();
        values++;
      }
      if (values != 1) {
        throw new IllegalArgumentException(values + " JSON values, not one");
      }
    }
  }

  private static void readYaml(String text) {
    new Parse(LoadSettings.builder().setAllowDuplicateKeys(false).build())
        .parseString(text)
        .forEach(_ -> {});
  }

  /** Without document types, so that nothing outside the file is ever read. */
  private static void readXml(String text) throws Exception {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    factory.newSAXParser().parse(new InputSource(new StringReader(text)), new DefaultHandler());
  }
}
