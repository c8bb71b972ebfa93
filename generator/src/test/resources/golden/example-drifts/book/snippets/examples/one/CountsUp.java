//JAVA 25+
//DESCRIPTION Counts to three.
//SOURCES ../../core/src/main/java/core/Counter.java

import core.Counter;

void main() throws Exception {
  var counter = new Counter();
  // tag::loop[]
  for (int i = 0; i < 4; i++) {
    IO.println(counter.next());
  }
  // end::loop[]
}
