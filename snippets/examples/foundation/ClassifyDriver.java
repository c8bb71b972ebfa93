//JAVA 25+
//DESCRIPTION Sorts the files of a driver by what they have to do with packets.
//SOURCES ../../porter/src/main/java/org/ringbook/porter/**.java
//READS ../../native/core/*
//READS ../../native/drivers/linux/*

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ringbook.porter.CSource;
import org.ringbook.porter.CallGraph;
import org.ringbook.porter.DriverSources;
import org.ringbook.porter.Entries;
import org.ringbook.porter.FileClassifier;
import org.ringbook.porter.FileClassifier.Role;
import org.ringbook.porter.FileFacts;

/** Folders of a driver; without any, this book's driver for Linux and its core. */
void main(String[] folders) throws IOException {
  List<Path> paths = new ArrayList<>();
  for (String folder : folders) {
    paths.add(Path.of(folder));
  }
  if (paths.isEmpty()) {
    paths.add(DriverSources.inBook("snippets/native/drivers/linux"));
    paths.add(DriverSources.inBook("snippets/native/core"));
  }
  classify(DriverSources.of(paths.toArray(new Path[0])));
}

// tag::classify[]
void classify(List<CSource> sources) {
  CallGraph graph = new CallGraph(sources);
  Entries entries = Entries.of(sources, graph);
  IO.println("transmit  " + entries.transmit());
  IO.println("poll      " + entries.poll());
  IO.println("interrupt " + entries.interrupt());
  List<FileFacts> facts = FileFacts.of(sources);
  Map<String, Role> roles = FileClassifier.classify(facts);
  facts.stream()
      .sorted(Comparator.comparing((FileFacts file) -> roles.get(file.file())))
      .forEach(file -> show(roles.get(file.file()), file));
}

// end::classify[]

void show(Role role, FileFacts file) {
  IO.println(
      "%-10s %-18s %2d of %2d functions, %d set up, %d fields"
          .formatted(
              role,
              file.file(),
              file.perPacket(),
              file.functions(),
              file.setUp(),
              file.fields()));
}
