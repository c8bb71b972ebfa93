//JAVA 25+
//DESCRIPTION Fails.

void main() {
  System.exit(0);
}
