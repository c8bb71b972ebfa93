// The filter bar of the API map. What is chosen stands in the address, so that it can be sent.
(function () {
  "use strict";
  var form = document.querySelector("[data-filters]");
  var count = form.querySelector("[data-count]");
  var nothing = document.querySelector("[data-nothing]");
  var sorted = document.querySelector("[data-sorted]");
  var sections = Array.from(document.querySelectorAll(".group:not([data-sorted])"));
  var relations = Array.from(form.elements.relation.options, function (option) {
    return option.value;
  });
  var FIELDS = ["q", "from", "to", "category", "relation", "sort"];
  var MOST = 3;
  var typing = false;

  function words(text) {
    return text ? text.split("|") : [];
  }

  // A row with all that is asked of it, read once.
  function read(tr, section) {
    var cells = {};
    tr.querySelectorAll("td").forEach(function (cell) {
      cells[cell.className.slice(2)] = cell.textContent;
    });
    var title = tr.querySelector("a").textContent;
    var more = tr.dataset.more ? tr.dataset.more.split(" ") : [];
    var wrong = words(tr.dataset.wrong);
    return {
      tr: tr,
      home: tr.parentNode,
      section: section,
      title: title,
      relation: tr.className.slice(2),
      cells: cells,
      more: more,
      wrong: wrong,
      shown: [title].concat(Object.values(cells)).join(" ").toLowerCase(),
      hidden: more.concat(wrong).join(" ").toLowerCase(),
    };
  }

  var rows = sections.flatMap(function (section) {
    return Array.from(section.querySelectorAll("tbody tr"), function (tr) {
      return read(tr, section);
    });
  });

  function state() {
    var chosen = {};
    FIELDS.forEach(function (field) {
      chosen[field] = form.elements[field].value;
    });
    return chosen;
  }

  // An unknown value in an address counts as none.
  function restore() {
    var asked = new URLSearchParams(location.search);
    form.reset();
    FIELDS.forEach(function (field) {
      var control = form.elements[field];
      var usual = control.value;
      if (asked.has(field)) {
        control.value = asked.get(field).slice(0, 100);
        if (control.selectedIndex === -1) {
          control.value = usual;
        }
      }
    });
  }

  function isUsual(field) {
    var control = form.elements[field];
    if (control.type === "search") {
      return control.value === "";
    }
    var usual = Array.from(control.options).findIndex(function (option) {
      return option.defaultSelected;
    });
    return control.selectedIndex === Math.max(0, usual);
  }

  function remember(replace) {
    var asked = new URLSearchParams();
    FIELDS.forEach(function (field) {
      if (!isUsual(field)) {
        asked.set(field, form.elements[field].value);
      }
    });
    var query = asked.toString();
    if (query === location.search.slice(1)) {
      return;
    }
    try {
      history[replace ? "replaceState" : "pushState"](null, "", location.pathname + (query && "?" + query));
    } catch (refused) {
      // Some browsers keep the address of a file as it is: the filter works all the same.
    }
  }

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function holds(text, parts) {
    return parts.some(function (part) {
      return text.toLowerCase().includes(part);
    });
  }

  // Says why a row is there whose match stands in none of its cells.
  function explain(row, parts) {
    var old = row.tr.querySelector(".found");
    if (old) {
      old.remove();
    }
    var unseen = parts.filter(function (part) {
      return !row.shown.includes(part);
    });
    if (!unseen.length) {
      return;
    }
    var note = document.createElement("span");
    note.className = "found";
    row.more.filter(function (name) {
      return holds(name, unseen);
    }).slice(0, MOST).forEach(function (name) {
      note.append("has ", element("code", name), " ");
    });
    row.wrong.filter(function (name) {
      return holds(name, unseen);
    }).slice(0, MOST).forEach(function (name) {
      var struck = document.createElement("del");
      struck.append(element("code", name));
      note.append("not ", struck, " ");
    });
    row.tr.querySelector("th").append(note);
  }

  function matches(row, chosen, parts) {
    return (
      (!chosen.category || row.section.id === chosen.category) &&
      (!chosen.relation || row.relation === chosen.relation) &&
      parts.every(function (part) {
        return row.shown.includes(part) || row.hidden.includes(part);
      })
    );
  }

  function keyOf(row, sort) {
    if (sort === "title") {
      return row.title;
    }
    if (sort === "relation") {
      return relations.indexOf(row.relation) + " " + row.title;
    }
    var name = row.cells[sort] || "";
    // What has no name comes last.
    return (name && name !== "none" ? "0 " + name : "1 " + row.title);
  }

  function arrange(sort) {
    if (!sort) {
      rows.forEach(function (row) {
        row.home.append(row.tr);
      });
      return;
    }
    var body = sorted.querySelector("tbody");
    rows
      .map(function (row) {
        return { tr: row.tr, key: keyOf(row, sort).toLowerCase() };
      })
      .sort(function (a, b) {
        return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
      })
      .forEach(function (one) {
        body.append(one.tr);
      });
  }

  function columns(chosen) {
    var pair = chosen.to !== "all";
    document.querySelectorAll(".map").forEach(function (table) {
      table.classList.toggle("pair", pair);
    });
    document.querySelectorAll(".map [class^=s-]").forEach(function (cell) {
      var system = cell.className.slice(2);
      cell.hidden = pair && system !== chosen.from && system !== chosen.to;
    });
  }

  function apply() {
    var chosen = state();
    var parts = chosen.q.toLowerCase().split(/\s+/).filter(Boolean);
    arrange(chosen.sort);
    columns(chosen);
    var shown = 0;
    var filled = new Map();
    rows.forEach(function (row) {
      var fits = matches(row, chosen, parts);
      row.tr.hidden = !fits;
      if (fits) {
        shown++;
        filled.set(row.section, (filled.get(row.section) || 0) + 1);
        explain(row, parts);
      }
    });
    sections.forEach(function (section) {
      section.hidden = Boolean(chosen.sort) || !filled.has(section);
      section.querySelector("h2 .quiet").textContent = filled.get(section) || 0;
    });
    sorted.hidden = !chosen.sort || shown === 0;
    nothing.hidden = shown > 0;
    count.textContent =
      shown === rows.length ? shown + " concepts" : shown + " of " + rows.length + " concepts";
  }

  // A way to a category leads there, whatever is filtered.
  function followHash() {
    var target = sections.find(function (section) {
      return "#" + section.id === location.hash;
    });
    if (target && target.hidden) {
      form.reset();
      apply();
    }
    if (target) {
      target.scrollIntoView();
    }
  }

  // One step back is one choice, or one word typed, not one letter.
  form.addEventListener("input", function (event) {
    apply();
    var word = event.target === form.elements.q;
    remember(word && typing);
    typing = word;
  });
  // Some ways to choose, such as a tool that reads pages out, tell only this.
  form.addEventListener("change", function () {
    apply();
    remember(false);
    typing = false;
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    typing = false;
  });
  // Not its reset event, which going back sets off too.
  form.querySelector("button").addEventListener("click", function () {
    form.reset();
    typing = false;
    apply();
    remember(false);
  });
  window.addEventListener("popstate", function () {
    typing = false;
    restore();
    apply();
  });
  window.addEventListener("hashchange", followHash);

  restore();
  apply();
  followHash();
})();
