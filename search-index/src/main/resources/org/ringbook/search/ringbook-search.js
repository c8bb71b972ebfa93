/*
 * Searches a handbook in the browser, over an export of its Lucene index and with the same ranking.
 *
 *   const index = await RingbookSearch.open("../");        // the site's root, as this page sees it
 *   const result = await index.search("dma_map_si", {kinds: ["api"], volumes: [], limit: 10});
 *   // {query, total, kinds: {api: 3, …}, volumes: {foundation: 1, …}, hits: [{rank, score, tier, kind, title, url, key, breadcrumb,
 *   //                        excerpt: {text, marks: [[start, end], …]}}, …]}
 *
 * Everything here repeats a Java class of org.ringbook.search by the same name, and a test compares
 * the two hit by hit: the same doubles in the same order, and Math.fround where Java has a float.
 * Data comes as scripts, because a page from file:// may load nothing else; nothing is evaluated.
 */
(function (root) {
  "use strict";

  // ---- analysis: Letters, Stemmer, StopWords, IdentifierParts, Words --------------------------

  const LONGEST_TERM = 64;
  const STOP_WORDS = new Set(
    ("a an and are as at be but by do does for from has have how i if in into is it its no not of " +
      "on or s t that the their then there these they this to was what when where which who why " +
      "will with you").split(" "));

  const ASKING_WORDS = new Set(
    ("able about actually after all almost already also although always am another any anybody " +
      "anyone anything around became because become becomes been before being best better " +
      "between both can cannot certain come comes could did didn difference different doesn " +
      "doing don done each either else ever every everything exactly explain find follow get " +
      "gets getting give gives go goes good got had happen happens he her here his instead " +
      "itself just keep know later let like likely look made make many may maybe me mean means " +
      "meant might mine more most much must my need needed needs never nothing often one only " +
      "other ought our out over own perhaps probably put really right same say says see seem " +
      "seems shall she should show simply so some somebody something sometimes still such take " +
      "tell than them though through together too tried tries try trying under until up us use " +
      "used useful using want wants was way we well were whether while whom whose without won " +
      "work working works would yet your yours").split(" "));
  const IRREGULAR = new Map(
    ("sent send lost lose loss lose written write wrote write kept keep held hold took take taken " +
      "take gave give given give built build rang ring chosen choose known know transmission " +
      "transmit submission submit reception receive").match(/\w+ \w+/g)
      .map((pair) => pair.split(" ")));

  const isDigit = (c) => c >= "0" && c <= "9";
  const isUpper = (c) => c >= "A" && c <= "Z";
  const isLower = (c) => c >= "a" && c <= "z";

  function isWord(c) {
    if (c < "\x80") {
      return isLower(c) || isUpper(c) || isDigit(c) || c === "_";
    }
    return c === "\xB5" || (c >= "\xC0" && c < "\u2000" && c !== "\xD7" && c !== "\xF7") ||
      (c >= "\u2C00" && c < "\u2E00") || (c >= "\u3040" && c < "\uD800");
  }

  function foldLetter(c) {
    if (c < "\x80") {
      return isUpper(c) ? c.toLowerCase() : c;
    }
    if (c === "\xB5" || c === "\u03BC") {
      return "u";
    }
    if ((c >= "\xC0" && c < "\u0250") || (c >= "\u1E00" && c < "\u1F00")) {
      return c.normalize("NFD")[0].toLowerCase()[0];
    }
    return c < "\u0530" ? c.toLowerCase()[0] : c;
  }

  function fold(text) {
    let folded = "";
    for (let i = 0; i < text.length; i++) {
      folded += foldLetter(text[i]);
    }
    return folded;
  }

  const without = (word, ending) =>
    word.endsWith(ending) ? word.slice(0, word.length - ending.length) : word;

  function singular(word) {
    const one = /(ss|us|is)$/.test(word) ? word : without(word, "s");
    return one.endsWith("ie") && one.length >= 4 ? without(one, "ie") + "y" : one;
  }

  function single(base) {
    const last = base.length - 1;
    const doubled = last >= 3 && base[last] === base[last - 1];
    return doubled && !"lsz".includes(base[last]) ? base.slice(0, last) : base;
  }

  function withoutVerbEnding(word) {
    const base = word.endsWith("eed") ? word : without(without(word, "ing"), "ed");
    const isStem = base.length >= 3 && /[aeiou]/.test(base);
    return base.length < word.length && isStem ? single(base) : word;
  }

  function withoutDerivation(word) {
    const cut = /[ts]ion$/.test(word) ? without(word, "ion") : without(without(word, "ment"), "ly");
    return cut.length >= 5 ? cut : word;
  }

  function stem(token) {
    if (!/^[a-z]{4,}$/.test(token)) {
      return token;
    }
    const stemmed = withoutVerbEnding(withoutDerivation(singular(IRREGULAR.get(token) || token)));
    return stemmed.length > 3 ? without(stemmed, "e") : stemmed;
  }

  const token = (text, start, end) => ({text: stem(fold(text.slice(start, end))), start, end});

  function isBoundary(text, i, end) {
    const before = text[i - 1];
    const here = text[i];
    return isDigit(before) !== isDigit(here) ||
      (isLower(before) && isUpper(here)) ||
      (isUpper(before) && isUpper(here) && i + 2 < end && isLower(text[i + 1]) &&
        isLower(text[i + 2]));
  }

  function parts(text, start, end) {
    const found = [];
    let from = start;
    for (let i = start; i <= end; i++) {
      const separator = i === end || text[i] === "_" || !isWord(text[i]);
      if (separator || (i > from && isBoundary(text, i, end))) {
        if (i > from) {
          found.push(token(text, from, i));
        }
        from = separator ? i + 1 : i;
      }
    }
    return found;
  }

  function endOfRun(text, start) {
    let end = start;
    while (end < text.length && isWord(text[end])) {
      end++;
    }
    return end;
  }

  function joint(text, at) {
    const length = text.startsWith("::", at) ? 2 : text[at] === "-" || text[at] === "." ? 1 : 0;
    return length > 0 && at + length < text.length && isWord(text[at + length]) ? length : 0;
  }

  function endOfWord(text, start) {
    let end = endOfRun(text, start);
    for (let j = joint(text, end); j > 0; j = joint(text, end)) {
      end = endOfRun(text, end + j);
    }
    return end;
  }

  function segments(text, start, end) {
    const found = [];
    for (let from = start; from < end;) {
      const to = endOfRun(text, from);
      if (to - from < end - start) {
        found.push(token(text, from, to));
      }
      from = to + joint(text, to);
    }
    return found;
  }

  function distinct(tokens) {
    const seen = new Set();
    return tokens.filter((t) => {
      const place = t.start + " " + t.end;
      return !seen.has(place) && seen.add(place);
    });
  }

  function nextWord(text, from) {
    let i = from;
    while (i < text.length && !isWord(text[i])) {
      i++;
    }
    return i;
  }

  function words(text) {
    const found = [];
    for (let start = nextWord(text, 0); start < text.length;) {
      const end = endOfWord(text, start);
      const smallest = parts(text, start, end);
      if (smallest.length > 0) {
        const folded = fold(text.slice(start, end));
        const whole = {text: stem(folded), start, end};
        const tokens = distinct([whole, ...segments(text, start, end), ...smallest]);
        found.push({folded, whole, parts: smallest, tokens, stop: STOP_WORDS.has(folded)});
      }
      start = nextWord(text, end);
    }
    return found;
  }

  const normalized = (text) => words(text).map((word) => word.folded).join(" ");

  // ---- query: ParsedQuery, AskingWords, Synonyms, EditDistance -------------------------------------------------------

  const LONGEST_QUERY = 200;
  const MOST_WORDS = 16;
  const QUESTION = 5;
  const MAY_ASK = 4;
  const MUST_REMAIN = 2;
  const SHORTEST_PREFIX = 3;
  const SYNONYMS = [
    "packet frame", "send transmit submit tx", "receive rx arrive", "free release return give",
    "lose drop miss", "card nic controller", "system kernel os", "slot descriptor",
    "barrier fence order", "tell report announce indicate", "allocate alloc get",
    "function call method", "cost price overhead", "stop disable close", "start enable open",
    "interrupt irq", "error fail failure", "wait drain", "time nanosecond cycle",
    "finish complete done", "wrong fault mistake bug", "read load", "write store",
    "layer boundary", "reject refuse",
  ].map((group) => group.split(" ").map(stem));

  function bounded(raw) {
    if (raw.length <= LONGEST_QUERY) {
      return raw;
    }
    const splitsPair = /[\uD800-\uDBFF]/.test(raw[LONGEST_QUERY - 1]);
    return raw.slice(0, splitsPair ? LONGEST_QUERY - 1 : LONGEST_QUERY);
  }

  function parse(raw) {
    const text = bounded(raw);
    const all = words(text);
    const end = all.length === 0 ? 0 : all[all.length - 1].whole.end;
    const first = all.slice(0, MOST_WORDS);
    const meaningful = first.filter((word) => !word.stop);
    const telling = meaningful.filter((word) => !ASKING_WORDS.has(word.folded));
    const asks = meaningful.length >= MAY_ASK && telling.length >= MUST_REMAIN;
    const counting = asks ? telling : meaningful.length > 0 ? meaningful : first;
    const terms = new Map(); // term -> whether it is open
    for (const t of counting.flatMap((word) => word.tokens)) {
      if (t.text.length <= LONGEST_TERM) {
        const open = t.end === end && t.text.length >= SHORTEST_PREFIX;
        terms.set(t.text, terms.get(t.text) || open);
      }
    }
    return {text, name: all.map((word) => word.folded).join(" "), words: counting, terms,
      question: all.length >= QUESTION};
  }

  function editDistance(limit, a, b) {
    if (Math.abs(a.length - b.length) > limit) {
      return limit + 1;
    }
    let beforeLast = [];
    let last = Array.from({length: b.length + 1}, (unused, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
        }
      }
      beforeLast = last;
      last = row;
    }
    return Math.min(last[b.length], limit + 1);
  }

  // ---- excerpts: Excerpts ---------------------------------------------------------------------

  const LENGTH = 160;
  const LEAD = 40;

  function find(text, numbers) {
    const found = [];
    for (const word of words(text)) {
      for (const t of word.stop ? [] : word.tokens) {
        const term = numbers.get(t.text);
        if (term !== undefined) {
          found.push({start: t.start, end: t.end, term});
          if (t === word.whole) {
            break;
          }
        }
      }
    }
    return found.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  function best(found) {
    let index = 0;
    let most = 0;
    for (let i = 0; i < found.length; i++) {
      const reach = found[i].start + LENGTH - LEAD;
      const near = found.slice(i).filter((f) => f.end <= reach);
      const terms = new Set(near.map((f) => f.term)).size;
      if (terms > most) {
        most = terms;
        index = i;
      }
    }
    return index;
  }

  const splitsPair = (text, at) => /[\uDC00-\uDFFF]/.test(text[at]);

  function cutFrom(text, first) {
    const from = first.start - LEAD;
    if (from <= 0 || text.length <= LENGTH) {
      return 0;
    }
    const space = text.indexOf(" ", from);
    const word = space >= 0 && space < first.start ? space + 1 : from;
    return splitsPair(text, word) ? word - 1 : word;
  }

  function cutTo(text, from, first) {
    const to = Math.max(from + LENGTH, first.end);
    if (to >= text.length) {
      return text.length;
    }
    const space = text.lastIndexOf(" ", to);
    const word = space > from && space >= first.end ? space : to;
    return splitsPair(text, word) ? word + 1 : word;
  }

  function excerpt(text, numbers) {
    const found = find(text, numbers);
    const first = found.length === 0 ? {start: 0, end: 0} : found[best(found)];
    const from = cutFrom(text, first);
    const to = cutTo(text, from, first);
    const before = from > 0 ? "\u2026 " : "";
    const after = to < text.length ? " \u2026" : "";
    const shift = before.length - from;
    const marks = [];
    for (const f of found.filter((each) => each.start >= from && each.end <= to)) {
      const last = marks[marks.length - 1];
      if (last && f.start + shift < last[1]) {
        last[1] = Math.max(last[1], f.end + shift);
      } else {
        marks.push([f.start + shift, f.end + shift]);
      }
    }
    return {text: before + text.slice(from, to) + after, marks};
  }

  // ---- data: Packed, TermShards, WordLists, FieldLengths -------------------------------------

  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const DIGIT_VALUES = new Map([...DIGITS].map((c, i) => [c, i]));
  const TITLE = 0;
  const NAMES = 1;
  const FIELDS = 5;
  const EXACT = 5;
  const WRONG = 6;

  class Unpacker {
    constructor(packed) {
      this.packed = packed;
      this.at = 0;
      this.last = "";
    }

    get more() {
      return this.at < this.packed.length;
    }

    number() {
      let number = 0;
      for (let unit = 1; ; unit *= 32) {
        const digit = DIGIT_VALUES.get(this.packed[this.at++]);
        number += (digit % 32) * unit;
        if (digit < 32) {
          return number;
        }
      }
    }

    term() {
      const shared = this.number();
      const rest = this.number();
      this.last = this.last.slice(0, shared) + this.packed.substr(this.at, rest);
      this.at += rest;
      return this.last;
    }

    /** Ascending numbers, to the end. */
    steps() {
      const numbers = [];
      for (let last = 0; this.more; numbers.push(last)) {
        last += this.number();
      }
      return numbers;
    }

    postings() {
      const postings = [];
      let doc = 0;
      for (let left = this.number(); left > 0; left--) {
        const step = this.number();
        doc += step >> 1;
        postings.push([doc, step & 1 ? this.number() : 1]);
      }
      return postings;
    }
  }

  /** Terms of a shard, each with the postings of title, names, text and exact names. */
  function unpackShard(packed) {
    const terms = new Map();
    for (const unpacker = new Unpacker(packed); unpacker.more;) {
      const term = unpacker.term();
      const fields = unpacker.number();
      terms.set(term, [1, 2, 4, 8, 16, 32, 64].map((bit) => (fields & bit ? unpacker.postings() : [])));
    }
    return terms;
  }

  function unpackWords(packed) {
    const found = [];
    for (const unpacker = new Unpacker(packed); unpacker.more;) {
      found.push({term: unpacker.term(), frequency: unpacker.number()});
    }
    return found;
  }

  const SHORTEST_SUGGESTED = 2;

  /** Groups of a first character and all second ones, of which two make a start. */
  function unpackStarts(groups) {
    return new Set(groups.split(" ").flatMap(([first, ...seconds]) =>
      seconds.map((second) => first + second)));
  }

  /** Lines of a letter for the kind and a title. */
  function unpackTitles(lines) {
    return lines.split("\n").map((line) => {
      const text = line.slice(1);
      return {text, folded: normalized(text), kind: KINDS[line[0]], systems: "", wrong: false};
    });
  }

  /** Lines of name, systems, and whether it is a wrong one. */
  function unpackNames(lines) {
    return lines.split("\n").map((line) => {
      const [text, systems, wrong] = line.split("\t");
      return {text, folded: normalized(text), kind: "api", systems, wrong: wrong === "w"};
    });
  }

  /** Lucene's SmallFloat.byte4ToInt: lengths up to 24 exactly, then with four significant bits. */
  function normLength(norm) {
    if (norm < 24) {
      return norm;
    }
    const bits = (norm - 24) & 7;
    const shift = ((norm - 24) >> 3) - 1;
    return 24 + (shift < 0 ? bits : (bits | 8) * 2 ** shift);
  }

  /** FieldLengths: what counts are divided by; 1 in a field of average length, or if none counts. */
  function divisors(share, norms, size) {
    const lengths = [...norms].map((norm) => normLength(norm.charCodeAt(0) - 48));
    const known = lengths.filter((length) => length > 0);
    const average = known.reduce((sum, length) => sum + length, 0) / known.length || 1;
    return Array.from({length: size}, (unused, doc) =>
      1 - share + share * (lengths[doc] || 0) / average);
  }

  // ---- loading: one script for each piece of data ---------------------------------------------

  const values = new Map();

  function loadScript(base, name, version) {
    const file = base + "search/" + name + ".js";
    if (typeof document === "undefined") {
      return Promise.resolve().then(() => void require(file));
    }
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = file + (version ? "?v=" + version : "");
      script.onload = () => resolve(script.remove());
      script.onerror = () => reject(new Error("cannot load " + file, script.remove()));
      document.head.append(script);
    });
  }

  class Loader {
    constructor(base) {
      this.base = base;
      this.version = "";
      this.pieces = new Map();
    }

    /** The piece of that name, unpacked; fetched once, and again only if that failed. */
    get(name, unpack) {
      if (!this.pieces.has(name)) {
        const piece = loadScript(this.base, name, this.version).then(() => {
          if (!values.has(name)) {
            throw new Error("search/" + name + ".js holds no " + name);
          }
          return unpack(values.get(name));
        });
        this.pieces.set(name, piece);
        piece.catch(() => this.pieces.delete(name));
      }
      return this.pieces.get(name);
    }
  }

  // ---- the index: Dictionary, Scoring, Tiers, Coverage, Priors, Facets, Searching -------------

  const KINDS = {s: "section", a: "api", e: "example", t: "term"};
  const TIERS = ["exact", "wrong", "title", "name", "text", "near", "fuzzy"];
  const [BY_EXACT, BY_WRONG, BY_TITLE, BY_NAME, BY_TEXT, BY_NEAR, BY_FUZZY] = TIERS.keys();
  const MOST_COMPLETIONS = 64;
  const MOST_CORRECTIONS = 5;
  const LEVELLING = 6;
  const NAMESAKE = 2;

  const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const shortestFirst = (a, b) => a.folded.length - b.folded.length || byText(a.text, b.text);
  const likeliest = (variants, most) => variants
    .sort((a, b) => b.factor - a.factor || b.frequency - a.frequency || byText(a.term, b.term))
    .slice(0, most);

  /** The last of the ascending values that is not above the one sought; the first if all are. */
  function lastNotAbove(sorted, sought) {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sorted[middle] <= sought) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  const numbered = (name, number) => name + "-" + String(number).padStart(3, "0");

  function allOf(items, documents) {
    return items.map(documents)
      .reduce((all, some) => new Set([...all].filter((doc) => some.has(doc))));
  }

  /** How many candidates there are of each value that is not empty. */
  function count(candidates, values) {
    const counts = {};
    for (const value of candidates.map(({doc}) => values[doc]).filter(Boolean).sort()) {
      counts[value] = (counts[value] || 0) + 1;
    }
    return counts;
  }

  function withWord(word, matches, where) {
    const documents = (t) => (matches.has(t.text) ? matches.get(t.text)[where] : new Set());
    return new Set([...allOf(word.parts, documents), ...documents(word.whole)]);
  }

  class Index {
    constructor(loader, table) {
      this.loader = loader;
      this.kinds = [...table.kinds].map((letter) => KINDS[letter]);
      this.volumeNames = table.volumes.split("\n");
      const volumeOf = new Unpacker(table.volumeOf);
      this.volumes = this.kinds.map(() => this.volumeNames[volumeOf.number()]);
      const priorOf = new Unpacker(table.priorOf);
      this.priors = this.kinds.map(() => table.priors[priorOf.number()]);
      this.fields = table.fields.map(([weight, share], number) =>
        ({weight, divisors: divisors(share, table.norms[number], this.size)}));
      this.shardStarts = table.terms.split("\n");
      this.firstDocs = new Unpacker(table.texts).steps();
      this.wordLists = table.words;
      this.lists = {names: unpackStarts(table.names), titles: unpackStarts(table.titles)};
    }

    /** How many documents there are. */
    get size() {
      return this.kinds.length;
    }

    async search(text, {kinds = [], volumes = [], limit = 10} = {}) {
      const query = parse(String(text));
      const variants = await this.variants(query);
      const postings = await this.postings([...variants.terms.values()].flat());
      const scored = this.score(variants.terms, postings);
      const named = {exact: await this.named(query.name, EXACT),
        wrong: await this.named(query.name, WRONG),
        own: await this.namesakes(query, variants)};
      const candidates = this.rank(query, scored, named, variants.corrected);
      const ofKind = ({doc}) => kinds.length === 0 || kinds.includes(this.kinds[doc]);
      const inVolume = ({doc}) => volumes.length === 0 || volumes.includes(this.volumes[doc]);
      const wanted = candidates.filter(ofKind).filter(inVolume);
      const numbers = new Map();
      [...variants.terms.values()].forEach((list, number) => list.forEach(({term}) =>
        numbers.has(term) || numbers.set(term, number)));
      const hits = await Promise.all(wanted.slice(0, limit).map((candidate, i) =>
        this.hit(candidate, i + 1, numbers)));
      return {query: query.text, total: wanted.length, hits,
        kinds: count(candidates.filter(inVolume), this.kinds),
        volumes: count(candidates.filter(ofKind), this.volumes)};
    }

    /**
     * What a reader may be typing: names that start so, right and wrong ones, then titles in which
     * every word starts a word. {text, kind, systems, wrong} each, at most limit.
     */
    async suggest(typed, limit = 8) {
      const start = normalized(bounded(String(typed)));
      if (start.length < SHORTEST_SUGGESTED) {
        return [];
      }
      const names = (await this.beside("names", start, unpackNames))
        .filter(({folded}) => folded.startsWith(start)).sort(shortestFirst);
      const titles = await this.titlesWith(start.split(" "));
      const known = new Set();
      return [...names.slice(0, Math.max(limit - titles.length, Math.ceil(limit * 0.6))), ...titles]
        .filter(({text}) => !known.has(text) && known.add(text)).slice(0, limit)
        .map(({text, kind, systems, wrong}) => ({text, kind, systems, wrong}));
    }

    /** Titles of which some word starts with each of these; none if all of them are stop words. */
    async titlesWith(starts) {
      const telling = starts.find((s) => s.length >= SHORTEST_SUGGESTED && !STOP_WORDS.has(s));
      const titles = telling ? await this.beside("titles", telling, unpackTitles) : [];
      return titles.filter(({folded}) => {
        const words = folded.split(" ");
        return starts.every((start) => words.some((word) => word.startsWith(start)));
      }).sort(shortestFirst);
    }

    /** The list of all that start with the same two characters. */
    async beside(what, text, unpack) {
      const start = text.slice(0, SHORTEST_SUGGESTED);
      return this.lists[what].has(start) ? this.loader.get(what + "-" + start, unpack) : [];
    }

    shard(number) {
      return this.loader.get(numbered("terms", number), unpackShard);
    }

    async entry(term) {
      return (await this.shard(lastNotAbove(this.shardStarts, term))).get(term);
    }

    /** Terms that start so, or only the term itself, with their frequencies. */
    async startingWith(start, open) {
      const from = lastNotAbove(this.shardStarts, start);
      const to = open ? lastNotAbove(this.shardStarts, start + "\uFFFF") : from;
      const shards = await Promise.all(
        Array.from({length: to - from + 1}, (unused, i) => this.shard(from + i)));
      const found = [];
      for (const [term, fields] of shards.flatMap((shard) => [...shard])) {
        const frequency = fields.slice(0, FIELDS).reduce((sum, field) => sum + field.length, 0);
        if (frequency > 0 && (open ? term.startsWith(start) : term === start)) {
          found.push({term, frequency});
        }
      }
      return found;
    }

    async known(text, open) {
      const terms = await this.startingWith(text, open);
      const itself = terms.filter(({term}) => term === text).map((t) => ({...t, factor: 1}));
      const longer = terms.filter(({term}) => term !== text).map((t) => ({...t, factor: 0.5}));
      return [...itself, ...likeliest(longer, MOST_COMPLETIONS)];
    }

    async near(text) {
      if (text.length < 4 || !this.wordLists.includes(text[0])) {
        return [];
      }
      const edits = text.length >= 8 ? 2 : 1;
      const near = [];
      for (const {term, frequency} of await this.loader.get("words-" + text[0], unpackWords)) {
        const distance = editDistance(edits, text, term);
        if (distance <= edits) {
          near.push({term, frequency, factor: 1 / (1 << distance)});
        }
      }
      return likeliest(near, MOST_CORRECTIONS);
    }

    /** The term's own variants and, in a question, those of terms that mean the same. */
    async meaning(text, open, question) {
      // Who has typed a whole question has ended its last word too, if it is one.
      const ended = question && open && (await this.startingWith(text, false)).length > 0;
      const known = await this.known(text, open && !ended);
      const others = new Set(!question ? []
        : SYNONYMS.filter((group) => group.includes(text)).flat().filter((t) => t !== text));
      const found = await Promise.all([...others].map((other) => this.startingWith(other, false)));
      return [...known, ...found.flat().map((t) => ({...t, factor: 0.75}))
        .filter(({term}) => !known.some((variant) => variant.term === term))];
    }

    /** The terms of the index that each term of the query stands for. */
    async variants(query) {
      const known = await Promise.all(
        [...query.terms].map(([t, open]) => this.meaning(t, open, query.question)));
      const terms = new Map([...query.terms.keys()].map((t, i) => [t, known[i]]));
      const isKnown = (t) => (terms.get(t.text) || []).length > 0;
      let corrected = false;
      for (const word of query.words) {
        if (!isKnown(word.whole) && !word.parts.every(isKnown) && !word.stop) {
          // A name that is close to a known one is that name; its parts need no correction.
          for (const t of [word.whole, ...word.parts]) {
            if (terms.has(t.text) && !isKnown(t) && !isKnown(word.whole)) {
              const near = await this.near(t.text);
              terms.set(t.text, near);
              corrected = corrected || near.length > 0;
            }
          }
        }
      }
      return {terms, corrected};
    }

    async postings(variants) {
      const terms = [...new Set(variants.map(({term}) => term))];
      const entries = await Promise.all(terms.map((term) => this.entry(term)));
      return new Map(terms.map((term, i) => [term, entries[i]]));
    }

    score(terms, postings) {
      const sums = new Float64Array(this.size);
      const matches = new Map();
      for (const [term, variants] of terms) {
        const match = {inTitle: new Set(), named: new Set(), anywhere: new Set()};
        const best = new Map();
        for (const {term: variant, factor} of variants) {
          const counts = this.counts(postings.get(variant), match);
          const worth = factor * this.rarity(counts.size);
          for (const [doc, count] of counts) {
            best.set(doc, Math.max(best.get(doc) || 0, worth * (count / (count + LEVELLING))));
          }
        }
        best.forEach((score, doc) => {
          sums[doc] += score;
        });
        matches.set(term, match);
      }
      return {sums, matches};
    }

    /** BM25F: how often a term is in each document, weighed, and in proportion to lengths. */
    counts(postings, match) {
      const counts = new Map();
      this.fields.forEach(({weight, divisors}, number) => {
        for (const [doc, frequency] of postings[number]) {
          counts.set(doc, (counts.get(doc) || 0) + weight * frequency / divisors[doc]);
          match.anywhere.add(doc);
          if (number === TITLE) {
            match.inTitle.add(doc);
          }
          if (number <= NAMES) {
            match.named.add(doc);
          }
        }
      });
      return counts;
    }

    /** What a word or term tells that so many documents have. */
    rarity(found) {
      return Math.log(1 + (this.size - found + 0.5) / (found + 0.5));
    }

    /** Documents that are named after the query, or after what its one mistyped word may mean. */
    async namesakes(query, {terms, corrected}) {
      const near = corrected && query.words.length === 1 ? terms.get(query.words[0].whole.text) : [];
      const names = [query.name, ...(near || []).map(({term}) => term)];
      const found = await Promise.all(names.map((name) => this.named(name, EXACT, NAMESAKE)));
      return new Set(found.flatMap((docs) => [...docs]));
    }

    /** Documents with that name, or title, so often; or those that put it right. */
    async named(name, list, times = 1) {
      if (name === "") {
        return new Set();
      }
      const entry = await this.entry(name);
      return new Set(entry ? entry[list].filter(([, often]) => often >= times).map(([doc]) => doc) : []);
    }

    rank(query, {sums, matches}, {exact, wrong, own}, corrected) {
      const every = (where) => (query.words.length === 0 ? new Set()
        : allOf(query.words, (word) => withWord(word, matches, where)));
      const inTitle = every("inTitle");
      const named = every("named");
      const byWords = (doc) => (inTitle.has(doc) ? BY_TITLE : named.has(doc) ? BY_NAME : BY_TEXT);
      const fuzzy = (doc) => (inTitle.has(doc) || (query.words.length === 1 && named.has(doc))
        ? BY_NEAR : BY_FUZZY);
      const tier = (doc) => (exact.has(doc) ? BY_EXACT : wrong.has(doc) ? BY_WRONG
        : corrected ? fuzzy(doc) : query.question ? BY_TEXT : byWords(doc));
      const coverage = this.coverage(query.words, matches);
      const docs = new Set([...exact, ...wrong,
        ...[...matches.values()].flatMap((m) => [...m.anywhere])]);
      return [...docs]
        .map((doc) => ({doc, tier: tier(doc), own: own.has(doc) ? 0 : 1,
          score: Math.fround(sums[doc] * (this.priors[doc] * coverage(doc)))}))
        .sort((a, b) => a.tier - b.tier || a.own - b.own || b.score - a.score || a.doc - b.doc);
    }

    /** The share of the query that a document covers, rare words counting more. */
    coverage(words, matches) {
      const found = words.map((word) => withWord(word, matches, "anywhere"));
      const weights = found.map(({size}) => Math.sqrt(this.rarity(size)));
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      return (doc) => {
        const covered = found.reduce((sum, docs, i) => sum + (docs.has(doc) ? weights[i] : 0), 0);
        return whole > 0 ? covered / whole : 0;
      };
    }

    async hit({doc, tier, score}, rank, numbers) {
      const chunk = lastNotAbove(this.firstDocs, doc);
      const rows = await this.loader.get(numbered("text", chunk), (value) => value);
      const [title, url, breadcrumb, text, key = url] = rows[doc - this.firstDocs[chunk]];
      return {rank, score, tier: TIERS[tier], kind: this.kinds[doc], title, url, key, breadcrumb,
        excerpt: excerpt(text, numbers)};
    }
  }

  // ---- what pages see -------------------------------------------------------------------------

  const indexes = new Map();

  root.RingbookSearch = {
    /** The index under that root of a site, which ends with a slash or is empty; fetched once. */
    open(base = "") {
      if (!indexes.has(base)) {
        const loader = new Loader(base);
        const index = loader.get("index", (table) => {
          loader.version = table.version;
          return new Index(loader, table);
        });
        indexes.set(base, index);
        index.catch(() => indexes.delete(base));
      }
      return indexes.get(base);
    },

    /** Called by the data scripts. */
    add(name, value) {
      values.set(name, value);
    },

    /** The words of a text with their terms and places, as search sees them. */
    words,
  };

  if (typeof module !== "undefined" && module.exports) {
    module.exports = root.RingbookSearch;
  }
})(typeof globalThis === "undefined" ? this : globalThis);
