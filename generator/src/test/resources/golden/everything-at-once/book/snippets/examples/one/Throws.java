//JAVA 25+
//DESCRIPTION Fails.

void main() {
  throw new IllegalStateException("oh");
}
