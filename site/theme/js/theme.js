// Runs before the first paint, so that neither a chosen scheme nor the search field flashes.
(function () {
  "use strict";
  var html = document.documentElement;
  html.classList.add("js");
  try {
    var chosen = localStorage.getItem("ringbook-scheme");
    if (chosen === "dark" || chosen === "light") {
      html.dataset.theme = chosen;
    }
  } catch (refused) {
    // Storage is off: the system's scheme holds.
  }

  // From a disk a browser refuses to preload fonts, and says so; the style sheet gets them anyway.
  if (location.protocol !== "file:") {
    ["source-serif-4-400", "source-serif-4-600", "ibm-plex-sans-400"].forEach(function (font) {
      var link = document.createElement("link");
      link.rel = "preload";
      link.as = "font";
      link.type = "font/woff2";
      link.crossOrigin = "anonymous";
      link.href = new URL("../fonts/" + font + ".woff2", document.currentScript.src).href;
      document.head.append(link);
    });
  }
})();
