// Asks the exported engine each query as a browser that has just come, and prints a line for each:
// the keys of the ten best hits, and the files that were fetched for them.
"use strict";
const fs = require("fs");
const path = require("path");
const Module = require("module");
const [, , site, input] = process.argv;
const RingbookSearch = require(path.join(site, "search/engine.js"));

let fetched = new Set();
const load = Module._load;
Module._load = function (request, ...rest) {
  fetched.add(path.relative(site, request));
  return load.call(this, request, ...rest);
};

(async () => {
  let fresh = site;
  for (const query of JSON.parse(fs.readFileSync(input, "utf8"))) {
    fresh += "./"; // another root is another index: nothing of the last query is kept
    fetched = new Set();
    const index = await RingbookSearch.open(fresh);
    const {hits} = await index.search(query);
    await index.suggest(query);
    console.log(JSON.stringify([hits.map((hit) => hit.key), [...fetched].sort()]));
  }
})();
