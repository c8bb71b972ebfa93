// The search dialog. The engine and its data are loaded when it is first opened.
(function () {
  "use strict";
  var root = document.documentElement.dataset.root;
  var opener = document.querySelector("[data-search-open]");
  var dialog = document.querySelector("[data-search]");
  if (!opener || !dialog) {
    return;
  }
  var input = dialog.querySelector("input");
  var status = dialog.querySelector("[role=status]");
  var list = dialog.querySelector("ol");
  var LIMIT = 10;
  var KINDS = { section: "section", api: "kernel name", example: "example", term: "term" };
  var TIERS = {
    exact: "exact name", wrong: "put right", title: "title", near: "similar spelling", fuzzy: "similar spelling"
  };
  var PAUSE = 80; // ms without a key before a question is asked
  var SUGGESTED = 8;
  var KEPT = "ringbook-search-narrowed";
  var engine = null;
  var asked = 0;
  var typing = 0;
  var active = -1;
  var narrowed = remembered();

  var suggestions = element("ul", "search-suggestions");
  suggestions.id = "search-suggestions";
  suggestions.setAttribute("role", "listbox");
  suggestions.setAttribute("aria-label", "Suggestions");
  suggestions.hidden = true;
  var facets = element("div", "search-facets");
  facets.setAttribute("role", "group");
  facets.setAttribute("aria-label", "Show only");
  status.before(suggestions, facets);
  input.type = "text"; // a field of type search may not be a combobox
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", suggestions.id);
  input.setAttribute("aria-expanded", "false");

  // What was narrowed holds until the tab is closed, from page to page.
  function remembered() {
    var fresh = { kinds: [], volumes: [] };
    try {
      var kept = JSON.parse(sessionStorage.getItem(KEPT)) || fresh;
      return Array.isArray(kept.kinds) && Array.isArray(kept.volumes) ? kept : fresh;
    } catch (refused) {
      return fresh;
    }
  }

  function remember() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(narrowed));
    } catch (refused) {
      // Storage is off: what was narrowed holds for this page.
    }
  }

  function loadScript() {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = root + "search/engine.js";
      script.onload = resolve;
      script.onerror = function () {
        script.remove();
        reject(new Error("search/engine.js did not load"));
      };
      document.head.append(script);
    });
  }

  // One engine for the page; a failed load is tried again at the next question.
  function index() {
    if (!engine) {
      engine = loadScript().then(function () {
        return window.RingbookSearch.open(root);
      });
      engine.catch(function () {
        engine = null;
      });
    }
    return engine;
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  function excerpt(hit) {
    var line = element("span", "hit-text");
    var at = 0;
    (hit.excerpt.marks || []).forEach(function (mark) {
      line.append(hit.excerpt.text.slice(at, mark[0]));
      line.append(element("mark", "", hit.excerpt.text.slice(mark[0], mark[1])));
      at = mark[1];
    });
    line.append(hit.excerpt.text.slice(at));
    return line;
  }

  function way(hit) {
    return Array.isArray(hit.breadcrumb) ? hit.breadcrumb.join(" / ") : hit.breadcrumb;
  }

  function label(hit) {
    return [KINDS[hit.kind] || hit.kind, TIERS[hit.tier]].filter(Boolean).join(" · ");
  }

  function item(hit) {
    var link = element("a", "");
    link.href = root + hit.url;
    var head = element("span", "hit-head");
    head.append(element("span", "hit-title", hit.title), " ", element("span", "hit-label", label(hit)));
    link.append(head);
    if (way(hit)) {
      link.append(element("span", "hit-way", way(hit)));
    }
    if (hit.excerpt && hit.excerpt.text) {
      link.append(excerpt(hit));
    }
    var row = document.createElement("li");
    row.append(link);
    return row;
  }

  function count(found) {
    if (found.total === 0) {
      return "Nothing in the handbook matches “" + input.value.trim() + "”.";
    }
    var shown = found.hits.length;
    return (
      found.total + (found.total === 1 ? " result" : " results") +
      (shown < found.total ? ", the best " + shown + " shown" : "")
    );
  }

  function toggle(group, value, text, count) {
    var button = element("button", "facet", text + " ");
    button.type = "button";
    button.dataset.facet = group + ":" + value;
    button.setAttribute("aria-pressed", String(narrowed[group].indexOf(value) >= 0));
    button.append(element("span", "facet-count", String(count)));
    button.addEventListener("click", function () {
      var at = narrowed[group].indexOf(value);
      if (at < 0) {
        narrowed[group].push(value);
      } else {
        narrowed[group].splice(at, 1);
      }
      remember();
      ask();
    });
    return button;
  }

  // A chosen facet stays on show with nothing in it: it could not be taken back otherwise.
  function toggles(group, counts, name) {
    var values = Object.keys(counts);
    narrowed[group].forEach(function (chosen) {
      if (values.indexOf(chosen) < 0) {
        values.push(chosen);
      }
    });
    return values.map(function (value) {
      return toggle(group, value, name(value), counts[value] || 0);
    });
  }

  function showFacets(found) {
    var focused = document.activeElement && document.activeElement.dataset.facet;
    var kinds = toggles("kinds", found.kinds, function (kind) {
      return KINDS[kind] || kind;
    });
    var volumes = toggles("volumes", found.volumes, function (volume) {
      return volume.charAt(0).toUpperCase() + volume.slice(1).replace(/-/g, " ");
    });
    facets.replaceChildren.apply(facets, kinds.concat(volumes));
    if (focused) {
      var again = Array.from(facets.children).find(function (button) {
        return button.dataset.facet === focused;
      });
      (again || input).focus();
    }
  }

  function option(one, number) {
    var row = element("li", "suggestion");
    row.id = suggestions.id + "-" + number;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.append(element("span", one.wrong ? "suggestion-wrong" : "", one.text));
    var said = one.wrong ? "wrong name" : KINDS[one.kind] || one.kind;
    row.append(" ", element("span", "suggestion-label", one.systems ? said + ", " + one.systems : said));
    row.dataset.text = one.text;
    // Before the field loses the focus, or the list would be gone.
    row.addEventListener("mousedown", function (event) {
      event.preventDefault();
      choose(row);
    });
    return row;
  }

  function hideSuggestions() {
    clearTimeout(typing);
    suggestions.hidden = true;
    suggestions.replaceChildren();
    activate(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function showSuggestions(found) {
    var others = found.filter(function (one) {
      return one.text !== input.value.trim();
    });
    if (!others.length) {
      hideSuggestions();
      return;
    }
    suggestions.replaceChildren.apply(suggestions, others.map(option));
    suggestions.hidden = false;
    activate(-1);
    input.setAttribute("aria-expanded", "true");
  }

  function activate(number) {
    active = number;
    Array.from(suggestions.children).forEach(function (row, i) {
      row.setAttribute("aria-selected", String(i === number));
    });
    var row = suggestions.children[number];
    if (row) {
      input.setAttribute("aria-activedescendant", row.id);
      row.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function choose(row) {
    input.value = row.dataset.text;
    input.focus();
    hideSuggestions();
    ask();
  }

  function suggest() {
    var text = input.value;
    index()
      .then(function (opened) {
        return opened.suggest(text, SUGGESTED);
      })
      .then(function (found) {
        if (text === input.value && document.activeElement === input && dialog.open) {
          showSuggestions(found);
        }
      })
      .catch(function () {
        hideSuggestions(); // The search itself says what went wrong.
      });
  }

  function typed() {
    clearTimeout(typing);
    typing = setTimeout(function () {
      ask();
      suggest();
    }, PAUSE);
  }

  function show(found) {
    showFacets(found);
    list.replaceChildren.apply(list, found.hits.map(item));
    status.textContent = count(found);
  }

  function clear(words) {
    facets.replaceChildren();
    list.replaceChildren();
    status.textContent = words;
  }

  function ask() {
    var text = input.value.trim();
    var mine = ++asked;
    if (!text) {
      clear("A kernel name, a chapter, an example, a term.");
      return Promise.resolve();
    }
    if (!list.childElementCount) {
      status.textContent = "Searching …";
    }
    return index()
      .then(function (opened) {
        return opened.search(text, { kinds: narrowed.kinds, volumes: narrowed.volumes, limit: LIMIT });
      })
      .then(
        function (found) {
          if (mine === asked) {
            show(found);
          }
        },
        function (problem) {
          if (mine === asked) {
            clear("The search did not work: " + problem.message + ".");
          }
        }
      );
  }

  function open() {
    if (dialog.open) {
      return;
    }
    dialog.showModal();
    input.select();
    ask();
    index().catch(function () {
      // Said when there is a question to answer.
    });
  }

  function links() {
    return Array.from(list.querySelectorAll("a"));
  }

  function step(by) {
    var all = links();
    var next = all.indexOf(document.activeElement) + by;
    (next < 0 ? input : all[Math.min(next, all.length - 1)] || input).focus();
  }

  // Down goes through the suggestions, then through the hits; up goes back to the field.
  function move(by) {
    var last = suggestions.children.length - 1;
    if (document.activeElement !== input || suggestions.hidden || (by > 0 && active === last)) {
      hideSuggestions();
      step(by);
    } else {
      activate(Math.max(active + by, -1));
    }
  }

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  dialog.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      // The first Escape takes the suggestions away, the next one closes.
      event.preventDefault();
      if (suggestions.hidden) {
        dialog.close();
      } else {
        hideSuggestions();
      }
    }
  });
  // Enter in the field opens the best hit, once it answers what is typed.
  dialog.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    if (suggestions.children[active]) {
      choose(suggestions.children[active]);
      return;
    }
    hideSuggestions();
    ask().then(function () {
      if (links().length && dialog.open) {
        links()[0].click();
      }
    });
  });
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog || event.target.closest("a")) {
      dialog.close();
    }
  });
  dialog.querySelector(".search-close").addEventListener("click", function () {
    dialog.close();
  });
  input.addEventListener("input", typed);
  input.addEventListener("blur", hideSuggestions);
  dialog.addEventListener("close", hideSuggestions);
  opener.addEventListener("click", open);
  document.addEventListener("keydown", function (event) {
    var slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    var chord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if ((slash && !isTyping(event.target)) || chord) {
      event.preventDefault();
      open();
    }
  });
})();
