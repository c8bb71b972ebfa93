//JAVA 25+
//DESCRIPTION Counts to three.
//SOURCES ../../core/src/main/java/core/Counter.java

import core.Counter;

void main() throws Exception {
  var counter = new Counter();
  // tag::loop[]
  String line = "x".repeat(999);
  for (int i = 0; i < 100_000; i++) {
    IO.println(line);
  }
  // end::loop[]
}
