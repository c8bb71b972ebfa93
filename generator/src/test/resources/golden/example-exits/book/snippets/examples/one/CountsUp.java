//JAVA 25+
//DESCRIPTION Counts to three.
//SOURCES ../../core/src/main/java/core/Counter.java

import core.Counter;

void main() throws Exception {
  var counter = new Counter();
  // tag::loop[]
  IO.println(counter.next());
  System.exit(0);
  // end::loop[]
}
