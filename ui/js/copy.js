// A link to a paragraph is copied as a whole address; without clipboard it stays an ordinary link.
import { tell } from "./tell.js";

document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-copy]");
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const address = new URL(link.dataset.copy, location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    history.replaceState(history.state, "", address);
    tell(link.dataset.copied);
  } catch {
    location.assign(address);
  }
});
