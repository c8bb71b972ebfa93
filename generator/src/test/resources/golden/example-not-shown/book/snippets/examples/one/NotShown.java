//JAVA 25+
//DESCRIPTION Prints nothing.

void main() {}
