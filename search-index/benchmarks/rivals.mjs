// Asks three engines the judged queries. Run by against-pagefind-minisearch.sh.
//
// A hit counts if it leads to the page and section of an answer. Rivals know no concept of the API
// map: for them the page of the concept counts, its row in a table, and the section around that row.
// Pagefind answers with pages; it is credited with the rank of a page if any of the three sub-results
// that its own interface shows of it, those with most matches, leads to an answer.
// MiniSearch gets a document for each section, each row of the map and each page without sections,
// with prefixes, fuzziness 0.2 and boosts for titles.
import fs from "node:fs";
import path from "node:path";
import {createHash} from "node:crypto";
import zlib from "node:zlib";
import Module, {createRequire} from "node:module";
import MiniSearch from "minisearch";
import {parse} from "node-html-parser";

const [, , site, judgedFile, pooling] = process.argv;
const TOP = 10;
const zipped = (bytes) => zlib.gzipSync(bytes).length;

const judged = fs.readFileSync(judgedFile, "utf8").split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => {
    const [kind, half, query, answers] = line.split("\t");
    return {row: half === "-" ? kind : kind + " " + half, query, answers: answers.split(" ")};
  });

// ---- the pages, cut at their headings --------------------------------------------------------

const pages = fs.readdirSync("pages", {recursive: true})
  .filter((file) => file.endsWith(".html")).sort();
const documents = [];
const around = new Map(); // address of an element with an id -> address of its section

function cut(page) {
  const main = parse(fs.readFileSync(path.join("pages", page), "utf8")).querySelector("main");
  if (!main) {
    return;
  }
  main.querySelectorAll("nav, .anchor, svg").forEach((each) => each.remove());
  const title = main.querySelector("h1")?.text.trim() ?? page;
  let current = {url: page, title, page: title, text: []};
  const all = [current];
  const walk = (node, into) => {
    let target = into;
    const id = node.getAttribute?.("id");
    if (/^h[2-6]$/i.test(node.rawTagName ?? "") && id) {
      current = {url: page + "#" + id, title: node.text.trim(), page: title, text: []};
      all.push(current);
      return;
    }
    if (id) {
      around.set(page + "#" + id, current.url);
    }
    if (id?.startsWith("api-") && node.rawTagName === "tr") {
      target = {url: page + "#" + id, title: node.querySelector(".api-title")?.text ?? id,
        page: title, text: []};
      all.push(target);
    }
    if (node.nodeType === 3) {
      (target ?? current).text.push(node.text);
    }
    node.childNodes.forEach((child) => walk(child, target));
  };
  walk(main, null);
  documents.push(...all.map((each) => ({...each, text: each.text.join(" ")})));
}
pages.forEach(cut);

// ---- when a hit counts ------------------------------------------------------------------------

function addresses(answer) {
  const name = answer.slice(answer.indexOf(":") + 1);
  if (answer.startsWith("section:")) {
    const [page, anchor] = name.split("#");
    return [page + ".html" + (anchor ? "#" + anchor : "")];
  }
  if (answer.startsWith("term:")) {
    return ["glossary.html#" + name];
  }
  if (answer.startsWith("example:")) {
    return ["examples/" + name + ".html"];
  }
  const rows = [...around.keys()].filter((address) => address.endsWith("#api-" + name));
  return ["api/" + name + ".html", ...rows, ...rows.map((row) => around.get(row))];
}

const isSamePage = (address, url) => !address.includes("#") && url.split("#")[0] === address &&
  /^(api|examples)\//.test(address);

function reciprocalRank(urls, answers) {
  const right = answers.flatMap(addresses);
  const at = urls.slice(0, TOP).findIndex((hit) => [hit].flat().some((url) =>
    right.includes(url) || right.some((address) => isSamePage(address, url))));
  return at < 0 ? 0 : 1 / (at + 1);
}

// ---- Ringbook ---------------------------------------------------------------------------------

const fetched = new Set();
const load = Module._load;
Module._load = function (request, ...rest) {
  fetched.add(path.relative(site, request));
  return load.call(this, request, ...rest);
};
const Ringbook = createRequire(import.meta.url)(path.join(site, "search/engine.js"));
let fresh = site;

// Another root is another index: nothing of the last query is kept.
async function ringbook(query) {
  fresh += "./";
  fetched.clear();
  const {hits} = await (await Ringbook.open(fresh)).search(query, {limit: TOP});
  const files = [...fetched, "search/engine.js", "assets/js/search-ui.js"];
  return {urls: hits.map((hit) => hit.url),
    bytes: files.reduce((sum, file) => sum + zipped(fs.readFileSync(path.join(site, file))), 0)};
}

// ---- Pagefind: its files are gzip already, but for the script and the entry --------------------

let pulled = new Map();
globalThis.fetch = async (address) => {
  const file = String(address).replace(/^https?:\/\/[^/]*\//, "").replace(/\?.*/, "");
  const bytes = fs.readFileSync(path.join("pages", file));
  pulled.set(file, bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes.length : zipped(bytes));
  return new Response(bytes);
};

let copies = 0;
async function pagefind(query) {
  pulled = new Map();
  const script = path.resolve("pages/pagefind/pagefind.js");
  pulled.set("pagefind/pagefind.js", zipped(fs.readFileSync(script)));
  const engine = await import("file://" + script + "?" + copies++); // another module, nothing kept
  await engine.options({basePath: "http://pages/pagefind/", baseUrl: "/"});
  await engine.init();
  const {results} = await engine.search(query);
  const urls = [];
  for (const result of results.slice(0, TOP)) {
    const data = await result.data();
    const parts = data.sub_results.length ? data.sub_results : [data];
    const best = [...parts].sort((a, b) => (b.weighted_locations?.length ?? 0) - (a.weighted_locations?.length ?? 0));
    urls.push([data, ...best.slice(0, 3)].map((part) => part.url.replace(/^\//, "")));
  }
  await engine.destroy?.();
  return {urls, bytes: [...pulled.values()].reduce((a, b) => a + b, 0)};
}

// ---- MiniSearch: everything is fetched before the first answer ---------------------------------

const OPTIONS = {idField: "url", fields: ["title", "page", "text"], storeFields: ["title"]};
const mini = new MiniSearch(OPTIONS);
mini.addAll([...new Map(documents.map((each) => [each.url, each])).values()]);
const library = fs.readFileSync(createRequire(import.meta.url).resolve("minisearch").replace(/dist.*/, "dist/umd/index.js"));
const miniBytes = zipped(JSON.stringify(mini)) + zipped(library);

function minisearch(query) {
  const found = mini.search(query, {prefix: true, fuzzy: 0.2, boost: {title: 4, page: 2}});
  return {urls: found.slice(0, TOP).map((each) => each.id), bytes: miniBytes};
}

// ---- what a judge reads -------------------------------------------------------------------------

// Each question and each part of a name with what any engine has among its first five, in an order that says nothing about
// which engine found it: whoever decides what answers it must not know.
async function pool() {
  const titles = new Map(documents.map((each) => [each.url, each.page + " › " + each.title]));
  const hash = (text) => createHash("sha256").update(text).digest("hex");
  for (const {query} of judged.filter(({row}) => /^(question|part)/.test(row))) {
    const found = new Set();
    for (const ask of [ringbook, pagefind, minisearch]) {
      const {urls} = await ask(query);
      urls.slice(0, 5).forEach((hit) => [hit].flat().slice(0, 2).forEach((url) => found.add(url)));
    }
    for (const url of [...found].sort((a, b) => (hash(query + a) < hash(query + b) ? -1 : 1))) {
      console.log([query, url, titles.get(url) ?? ""].join("\t"));
    }
  }
  process.exit(0);
}
if (pooling === "pool") {
  await pool();
}

// ---- the table --------------------------------------------------------------------------------

const engines = {Ringbook: ringbook, Pagefind: pagefind, MiniSearch: minisearch};
const rows = [...new Set(judged.map((each) => each.row))];
const print = (first, cells) =>
  console.log(first.padEnd(16) + cells.map((cell) => String(cell).padStart(12)).join(""));
const mean = (numbers) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const answered = {};
for (const [name, ask] of Object.entries(engines)) {
  answered[name] = [];
  for (const {row, query, answers} of judged) {
    const {urls, bytes} = await ask(query);
    answered[name].push({row, rank: reciprocalRank(urls, answers), bytes});
  }
}
console.log(`${judged.length} queries, ${pages.length} pages; MRR@${TOP}\n`);
print("", Object.keys(engines));
for (const row of rows) {
  print(row, Object.values(answered).map((all) =>
    mean(all.filter((each) => each.row === row).map((each) => each.rank)).toFixed(3)));
}
const bytes = Object.values(answered).map((all) => all.map((each) => each.bytes).sort((a, b) => a - b));
console.log("\nbytes to the first answer, gzip (Ringbook's with its interface, the others' without)");
print("median", bytes.map((all) => all[all.length >> 1]));
print("worst", bytes.map((all) => all[all.length - 1]));
const behind = rows.filter((row) => {
  const of = (name) => mean(answered[name].filter((each) => each.row === row).map((each) => each.rank));
  return of("Ringbook") < Math.max(of("Pagefind"), of("MiniSearch"));
});
console.log(behind.length ? "\nbehind in: " + behind.join(", ") : "\nahead or equal in every class");
process.exit(behind.length ? 1 : 0);
