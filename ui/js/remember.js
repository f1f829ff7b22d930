// Remembers which sections a reader opened on a page, and where in a long document they were: the document then offers the
// way back there. It never scrolls by itself.
import { each } from "./each.js";

function read(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function write(key, value) {
  try { localStorage.setItem(key, value); } catch { /* nothing is lost but comfort */ }
}

each("details[id][data-remember]", (section) => {
  const key = `open:${location.pathname}#${section.id}`;
  const last = read(key);
  if (last !== null) section.open = last === "true";
  section.addEventListener("toggle", () => write(key, String(section.open)));
});

const offer = document.querySelector("[data-continue]");

if (offer) {
  const key = `at:${location.pathname}`;
  const headings = [...document.querySelectorAll("main :is(h2, h3)[id]")];
  const last = headings.find((heading) => heading.id === read(key));
  if (last && last !== headings[0] && !location.hash) {
    offer.href = `#${last.id}`;
    offer.hidden = false;
  }
  addEventListener("pagehide", () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
    if (passed.length) write(key, passed.at(-1).id);
  });
}
