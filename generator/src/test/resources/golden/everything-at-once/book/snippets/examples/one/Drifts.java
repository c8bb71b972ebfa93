//JAVA 25+
//DESCRIPTION Fails.

void main() {
  IO.println("new");
}
