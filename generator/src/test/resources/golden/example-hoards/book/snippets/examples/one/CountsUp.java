//JAVA 25+
//DESCRIPTION Counts to three.
//SOURCES ../../core/src/main/java/core/Counter.java

import core.Counter;

void main() throws Exception {
  var counter = new Counter();
  // tag::loop[]
  var all = new java.util.ArrayList<long[]>();
  while (true) {
    all.add(new long[1_000_000]);
  }
  // end::loop[]
}
