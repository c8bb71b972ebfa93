// Prints the terms that the engine sees in each text: a line for each text, then one for each term.
"use strict";
const fs = require("fs");
const [, , site, input] = process.argv;
const RingbookSearch = require(site + "search/engine.js");
const line = (...columns) =>
  process.stdout.write(columns.map((c) => encodeURIComponent(String(c))).join("\t") + "\n");

for (const text of JSON.parse(fs.readFileSync(input, "utf8"))) {
  const words = RingbookSearch.words(text);
  line("text", words.length);
  for (const word of words) {
    for (const token of word.tokens) {
      line(word.folded, word.stop, token.text, token.start, token.end);
    }
  }
}
