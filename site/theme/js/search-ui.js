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
  var LIMIT = 20;
  var KINDS = { section: "section", api: "kernel name", example: "example", term: "term" };
  var TIERS = { exact: "exact name", title: "title", fuzzy: "similar spelling" };
  var engine = null;
  var asked = 0;

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

  function show(found) {
    list.replaceChildren.apply(list, found.hits.map(item));
    status.textContent = count(found);
  }

  function clear(words) {
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
        return opened.search(text, { limit: LIMIT });
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

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  dialog.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      // A search field would first empty itself.
      event.preventDefault();
      dialog.close();
    }
  });
  // Enter in the field opens the best hit, once it answers what is typed.
  dialog.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
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
  input.addEventListener("input", ask);
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
