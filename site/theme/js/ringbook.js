// What makes a finished page handier: the scheme, copying, the place in the contents.
(function () {
  "use strict";
  var html = document.documentElement;
  var status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  document.body.append(status);

  function isDark() {
    var chosen = html.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function switchScheme(button) {
    html.dataset.theme = isDark() ? "light" : "dark";
    button.setAttribute("aria-pressed", String(isDark()));
    try {
      localStorage.setItem("ringbook-scheme", html.dataset.theme);
    } catch (refused) {
      // Storage is off: the choice holds for this page.
    }
  }

  function shadeButton(button) {
    button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", function () {
      switchScheme(button);
    });
  }

  // The text of an element without the prompts of a console session.
  function textOf(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".p").forEach(function (prompt) {
      prompt.remove();
    });
    return copy.textContent;
  }

  function write(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    document.body.append(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copying was refused"));
  }

  function say(button, words) {
    var label = button.dataset.label || button.textContent;
    button.dataset.label = label;
    button.textContent = words;
    button.classList.toggle("copied", words === "Copied");
    status.textContent = words;
    setTimeout(function () {
      button.textContent = label;
      button.classList.remove("copied");
      status.textContent = "";
    }, 1600);
  }

  function copyButton(button) {
    var part = '[data-part="' + button.dataset.copy + '"]';
    var source = button.closest("[data-copyable]").querySelector(part);
    button.hidden = false;
    button.addEventListener("click", function () {
      write(textOf(source)).then(
        function () {
          say(button, "Copied");
        },
        function () {
          getSelection().selectAllChildren(source);
          say(button, "Press Ctrl+C");
        }
      );
      button.focus();
    });
  }

  // Only what really scrolls is a stop of the Tab key.
  function watchOverflow(element) {
    new ResizeObserver(function () {
      if (element.scrollWidth > element.clientWidth) {
        element.tabIndex = 0;
      } else {
        element.removeAttribute("tabindex");
      }
    }).observe(element);
  }

  function markPlace(links, seen) {
    var current = links.find(function (link) {
      return seen.has(link.hash.slice(1));
    });
    if (current) {
      links.forEach(function (link) {
        link.toggleAttribute("aria-current", false);
      });
      current.setAttribute("aria-current", "true");
    }
  }

  function spy(rail) {
    var links = Array.from(rail.querySelectorAll("a"));
    var seen = new Set();
    var observer = new IntersectionObserver(
      function (entries) {
        entries.forEach(function (entry) {
          seen[entry.isIntersecting ? "add" : "delete"](entry.target.dataset.spied);
        });
        markPlace(links, seen);
      },
      { rootMargin: "-72px 0px -60% 0px" }
    );
    links.forEach(function (link) {
      var id = decodeURIComponent(link.hash.slice(1));
      var heading = document.getElementById(id);
      if (heading) {
        var section = heading.closest(".sect1, .sect2, section") || heading;
        section.dataset.spied = link.hash.slice(1);
        observer.observe(section);
      }
    });
  }

  // Where styles alone keep the menu unfolded it is said to be open too, as it looks.
  function unfold(selector, query) {
    var details = document.querySelector(selector);
    var room = matchMedia(query);
    if (details) {
      details.open = room.matches;
      room.addEventListener("change", function () {
        details.open = room.matches;
      });
    }
  }

  document.querySelectorAll("[data-shade]").forEach(shadeButton);
  document.querySelectorAll("[data-copy]").forEach(copyButton);
  document
    .querySelectorAll(".box pre, .table-scroll, .figure-scroll")
    .forEach(watchOverflow);
  document.querySelectorAll(".rail").forEach(spy);
  unfold(".side details", "(min-width: 60rem)");
  unfold(".rail details", "(min-width: 73.75rem)");

  var current = document.querySelector(".side [aria-current]");
  var box = document.querySelector(".side details");
  if (current && box && box.scrollHeight > box.clientHeight) {
    box.scrollTop = current.offsetTop - box.clientHeight / 3;
  }
})();
