// The card beside a kernel name (what it is elsewhere, and what bites) or beside a word of the
// glossary (what it means). The links do without it.
(function () {
  "use strict";
  var root = document.documentElement.dataset.root;
  var LINKS = "a.api[data-card], a.term[data-short]";
  var GAP = 6;
  var EDGE = 8;
  var SOON = 120;
  var groups = new Map();
  var card = null;
  var wanted = null;
  var timer = 0;

  // The cards of a group come as a script, which works from a disk too; each is asked for once.
  function load(group) {
    if (!groups.has(group)) {
      groups.set(
        group,
        new Promise(function (resolve, reject) {
          var script = document.createElement("script");
          script.src = root + "api/cards/" + encodeURIComponent(group) + ".js";
          script.onload = resolve;
          script.onerror = function () {
            script.remove();
            groups.delete(group);
            reject(new Error(script.src + " did not load"));
          };
          document.head.append(script);
        })
      );
    }
    return groups.get(group);
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    made.append(text);
    return made;
  }

  function calls(concept, system) {
    var list = document.createElement("dl");
    concept.calls.forEach(function (call) {
      if (call[0] === system) {
        return;
      }
      var value = element("dd", "", call[2] ? element("code", "", call[2]) : "none");
      if (call[3] > 0) {
        value.append(" and " + call[3] + " more");
      }
      list.append(element("dt", "", call[1]), value);
    });
    return list;
  }

  function mistake(concept, anchor) {
    return concept.wrong.find(function (name) {
      return name[0] === anchor;
    });
  }

  function frame() {
    var made = document.createElement("div");
    made.className = "card";
    made.id = "name-card";
    made.setAttribute("role", "tooltip");
    return made;
  }

  // What a word means is short enough to come with the link.
  function explain(link) {
    var made = frame();
    made.append(
      element("p", "card-title", link.dataset.term),
      element("p", "card-short", link.dataset.short)
    );
    return made;
  }

  function build(concept, link) {
    var made = frame();
    var title = element("p", "card-title", concept.title + " ");
    title.append(element("span", "api-relation api-" + concept.relation, concept.relation));
    var wrong = mistake(concept, decodeURIComponent(link.hash.slice(1)));
    made.append(title, calls(concept, wrong ? "" : link.dataset.system));
    if (wrong) {
      var why = element("p", "card-wrong", element("code", "", wrong[2]));
      why.append(" on " + wrong[1] + " " + wrong[3]);
      made.append(why);
    } else if (concept.bites) {
      var bites = element("p", "card-bites", element("b", "", "What bites "));
      bites.append(concept.bites);
      made.append(bites);
    }
    return made;
  }

  // Below the name, or above it where there is no room below; never on it.
  function place(link) {
    var name = link.getBoundingClientRect();
    var base = card.offsetParent.getBoundingClientRect();
    var below = name.bottom + GAP;
    var above = name.top - GAP - card.offsetHeight;
    var fits = below + card.offsetHeight <= innerHeight || above < 0;
    var right = document.documentElement.clientWidth - card.offsetWidth - EDGE;
    card.style.top = (fits ? below : above) - base.top + "px";
    card.style.left = Math.max(EDGE, Math.min(name.left, right)) - base.left + "px";
  }

  function hide() {
    clearTimeout(timer);
    wanted = null;
    if (card) {
      card.remove();
      card = null;
      document.querySelectorAll("[aria-describedby=name-card]").forEach(function (link) {
        link.removeAttribute("aria-describedby");
      });
    }
  }

  function put(made, link) {
    card = made;
    link.removeAttribute("title");
    document.querySelector("main").append(card);
    link.setAttribute("aria-describedby", card.id);
    place(link);
  }

  function show(link) {
    if (wanted === link && card) {
      return;
    }
    hide();
    wanted = link;
    if (link.dataset.short) {
      put(explain(link), link);
      return;
    }
    load(link.dataset.card).then(
      function () {
        var id = link.pathname.split("/").pop().replace(/\.html$/, "");
        var concept = window.RingbookCards[id];
        if (wanted !== link || !concept) {
          return;
        }
        put(build(concept, link), link);
      },
      function () {
        // Without its data there is no card; the link is still there.
      }
    );
  }

  function later(action) {
    clearTimeout(timer);
    timer = setTimeout(action, SOON);
  }

  function linkAt(target) {
    return target.closest ? target.closest(LINKS) : null;
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") {
      return;
    }
    var link = linkAt(event.target);
    if (link) {
      later(function () {
        show(link);
      });
    } else if (card && card.contains(event.target)) {
      clearTimeout(timer);
    } else if (wanted !== document.activeElement) {
      later(hide);
    }
  });
  document.addEventListener("focusin", function (event) {
    var link = linkAt(event.target);
    if (link && link.matches(":focus-visible")) {
      show(link);
    } else {
      hide();
    }
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      hide();
    }
  });
  window.addEventListener("resize", hide);
})();
