package org.ringbook.search.interchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.Match;

/**
 * Which name is explained on which page, in version 2 of Sphinx' inventory format: four lines of
 * text, then zlib-compressed lines {@code name domain:type priority address label}, sorted.
 *
 * <p>A name has one line for each object type, whatever the number of systems that have it: it
 * leads to the concept that {@link ApiMap#find} puts first.
 */
public final class SymbolInventory {

  private SymbolInventory() {}

  /**
   * The file's bytes.
   *
   * @param pages the address of a concept's page by its id
   * @param project title of the book; links show it as a tooltip
   * @param version of the book
   */
  public static byte[] of(ApiMap map, UnaryOperator<String> pages, String project, String version) {
    StringBuilder lines = new StringBuilder();
    symbols(map, pages).values().forEach(symbol -> lines.append(symbol.line()));
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head(project, version).getBytes(StandardCharsets.UTF_8));
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (var zlib = new DeflaterOutputStream(bytes, deflater)) {
      zlib.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static String head(String project, String version) {
    return """
        # Sphinx inventory version 2
        # Project: %s
        # Version: %s
        # The remainder of this file is compressed using zlib.
        """
        .formatted(project, version);
  }

  private static SortedMap<String, Symbol> symbols(ApiMap map, UnaryOperator<String> pages) {
    SortedMap<String, Symbol> symbols = new TreeMap<>();
    map.concepts()
        .map(concept -> Symbol.of(concept, pages.apply(concept.id())))
        .forEach(symbol -> put(symbols, symbol));
    map.concepts()
        .flatMap(Concept::everyCall)
        .flatMap(Call::everyEvidence)
        .map(evidence -> Symbol.of(evidence, pages.apply(home(map, evidence).id())))
        .forEach(symbol -> put(symbols, symbol));
    return symbols;
  }

  private static void put(SortedMap<String, Symbol> symbols, Symbol symbol) {
    symbols.putIfAbsent(symbol.name() + " " + symbol.role(), symbol);
  }

  private static Concept home(ApiMap map, Evidence evidence) {
    return map.find(evidence.symbol()).stream()
        .filter(match -> match.name().equals(evidence.symbol()))
        .findFirst()
        .map(Match::concept)
        .orElseThrow();
  }
}
