//JAVA 25+
//DESCRIPTION Counts to three.
//SOURCES ../../core/src/main/java/core/Counter.java

import core.Counter;

void main() {
  // tag::loop[]
  var counter = new Counter();
  // end::loop[]
  // tag::loop[]
  for (int i = 0; i < 3; i++) {
    IO.println(counter.next());
  }
  // end::loop[]
}
