// A file may be dropped on its field instead of being chosen.
import { each } from "./each.js";

each("[data-drop]", (zone) => {
  const input = zone.querySelector("input[type=file]");
  const hint = zone.querySelector(".drop__hint");
  if (hint) hint.hidden = false;
  const mark = (over) => zone.classList.toggle("drop--over", over);

  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    mark(true);
  });
  zone.addEventListener("dragleave", (event) => {
    if (!zone.contains(event.relatedTarget)) mark(false);
  });
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    if (!event.dataTransfer.files.length) return;
    const chosen = new DataTransfer();
    const files = input.multiple ? [...event.dataTransfer.files] : [event.dataTransfer.files[0]];
    files.forEach((file) => chosen.items.add(file));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
});
