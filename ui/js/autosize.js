// A text area grows with its text and never shrinks under the pointer. Browsers that can do it in CSS are left to it.
import { each } from "./each.js";

function grow(area) {
  const needed = area.scrollHeight + area.offsetHeight - area.clientHeight;
  if (needed > area.offsetHeight) area.style.blockSize = `${needed}px`;
}

each("textarea[data-autosize]", (area) => {
  grow(area);
  area.addEventListener("input", () => grow(area));
});
