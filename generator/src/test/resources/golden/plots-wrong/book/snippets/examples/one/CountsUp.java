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
  // end::loop[]
  IO.println("# plot: good\nn square\n1 1\n2 4\n3 9\n");
  IO.println("# plot: words\nn square\n1 one\n2 4");
  IO.println("# plot: single\nn square\n1 1\n");
  IO.println("# plot: ragged\nn square\n1 1\n2\n");
  IO.println("# plot: zero\nn square\n0 0\n1 1\n");
  IO.println("# plot: empty");
}
