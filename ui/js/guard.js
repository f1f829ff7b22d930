// Asks before somebody leaves a form with unsaved changes. The browser words the question; ours cannot be shown.
import { each } from "./each.js";

each("form[data-guard]", (form) => {
  let changed = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
});
