"use strict";
// Reloads the page when the book was built anew, and shows what is wrong with it when it wasn't.
(() => {
  const source = new EventSource("/ringbook-live");
  let version = null;
  source.addEventListener("version", (event) => {
    if (version !== null && version !== event.data) {
      location.reload();
    }
    version = event.data;
    show("");
  });
  source.addEventListener("problems", (event) => show(event.data));

  function show(text) {
    let box = document.getElementById("ringbook-problems");
    if (!text) {
      box?.remove();
      return;
    }
    if (!box) {
      box = document.createElement("pre");
      box.id = "ringbook-problems";
      box.className = "live-problems";
      box.setAttribute("role", "alert");
      document.body.prepend(box);
    }
    box.textContent = text;
  }
})();
