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
})();
