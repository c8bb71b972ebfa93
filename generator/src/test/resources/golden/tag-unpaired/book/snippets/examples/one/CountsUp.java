//JAVA 25+
//DESCRIPTION Counts to three.
//SOURCES ../../core/src/main/java/core/Counter.java

import core.Counter;

void main() {
  var counter = new Counter();
  // tag::loop[]
  for (int i = 0; i < 3; i++) {
    IO.println(counter.next());
  }
  // end::lop[]
}
