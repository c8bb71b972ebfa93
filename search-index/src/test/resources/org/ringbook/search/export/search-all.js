// Prints the engine's answer to each query: a line for the result, a line for each hit.
"use strict";
const fs = require("fs");
const [, , site, input] = process.argv;
const RingbookSearch = require(site + "search/engine.js");
const line = (...columns) =>
  process.stdout.write(columns.map((c) => encodeURIComponent(String(c))).join("\t") + "\n");

(async () => {
  const index = await RingbookSearch.open(site);
  for (const text of JSON.parse(fs.readFileSync(input, "utf8"))) {
    const {query, total, hits} = await index.search(text);
    line("query", query, total, hits.length);
    for (const hit of hits) {
      line("hit", hit.rank, hit.tier, hit.kind, hit.key, hit.title, hit.url, hit.breadcrumb,
        hit.excerpt.text, hit.excerpt.marks.map((m) => m.join("-")).join(" "), hit.score);
    }
  }
})();
