//JAVA 25+
//DESCRIPTION Counts the type names of Linux in the core and in six adapters.
//SOURCES ../../porter/src/main/java/org/ringbook/porter/**.java
//READS ../../native/core/*
//READS ../../native/drivers/*/*

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ringbook.porter.CSource;
import org.ringbook.porter.DriverSources;
import org.ringbook.porter.TypeInventory;
import org.ringbook.porter.TypeInventory.Kind;

static final List<String> SYSTEMS =
    List.of("linux", "freebsd", "netbsd", "illumos", "windows", "rtos");

void main() throws IOException {
  StringBuilder head = new StringBuilder("%-9s".formatted(""));
  for (Kind kind : Kind.values()) {
    head.append("%11s".formatted(kind));
  }
  IO.println(head);
  count("core", "snippets/native/core");
  for (String system : SYSTEMS) {
    count(system, "snippets/native/drivers/" + system);
  }
  IO.println();
  // tag::which[]
  List<CSource> linux = sources("snippets/native/drivers/linux");
  for (Kind kind : Kind.values()) {
    show(kind, TypeInventory.of(linux, kind));
  }
  // end::which[]
}

void show(Kind kind, Map<String, Integer> types) {
  List<String> most =
      types.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .limit(4)
          .map(type -> type.getKey() + " x" + type.getValue())
          .toList();
  IO.println("%-11s%s".formatted(kind, String.join(", ", most)).stripTrailing());
}

void count(String what, String folder) throws IOException {
  StringBuilder row = new StringBuilder("%-9s".formatted(what));
  for (Kind kind : Kind.values()) {
    int places =
        TypeInventory.of(sources(folder), kind).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    row.append("%11d".formatted(places));
  }
  IO.println(row);
}

List<CSource> sources(String folder) throws IOException {
  return DriverSources.of(DriverSources.inBook(folder));
}
