package org.ringbook.search.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Category;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.apimap.OsColumn;
import org.ringbook.search.apimap.Phase;
import org.ringbook.search.apimap.Relation;
import org.ringbook.search.apimap.Words;

/** A tiny source tree, and a map whose names are looked up in it. */
record SourceFolder(Path root) {

  SourceFolder with(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** The only check: of a name with this evidence. */
  Check check(Os os, String symbol, String kind, String declaredIn) throws IOException {
    Evidence evidence = new Evidence(os, symbol, kind, declaredIn, "1");
    return Verifier.verify(map(evidence), os, root).checks().getFirst();
  }

  /** A map with one concept that lists these names. */
  static ApiMap map(Evidence... names) {
    List<Call> calls =
        Stream.of(names).map(name -> new Call(name.symbol(), Phase.ANY, List.of(), name)).toList();
    Os os = names[0].os();
    OsColumn column = new OsColumn(os, calls, List.of(), List.of(), List.of(), "");
    Concept concept =
        new Concept(
            "a",
            "c",
            "A",
            Relation.DIRECT,
            new Words("", "", "", ""),
            Map.of(os, column),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new ApiMap(List.of(new Category("c", "C", List.of(concept))));
  }
}
