// Remembers, for this browser tab, which sections a reader opened on a page, and how far down a long document they were.
import { each } from "./each.js";

function read(key) {
  try { return sessionStorage.getItem(key); } catch { return null; }
}

function write(key, value) {
  try { sessionStorage.setItem(key, value); } catch { /* nothing is lost but comfort */ }
}

each("details[id][data-remember]", (section) => {
  const key = `open:${location.pathname}#${section.id}`;
  const last = read(key);
  if (last !== null) section.open = last === "true";
  section.addEventListener("toggle", () => write(key, String(section.open)));
});

if (document.body.classList.contains("frame--document")) {
  const key = `at:${location.pathname}`;
  const last = Number(read(key));
  if (last && !location.hash && performance.getEntriesByType("navigation")[0]?.type === "navigate") scrollTo(0, last);
  addEventListener("pagehide", () => write(key, String(Math.round(scrollY))));
}
