//JAVA 25+
//DESCRIPTION Fails.

void main() throws Exception {
  Thread.sleep(600_000);
}
