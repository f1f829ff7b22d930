// Form drafts: kept in this tab's storage while writing, and sent to the server where the form names an address for it.
// A draft is put back only over a page that shows the same saved values as when it was written; so it never hides newer text.
import { each } from "./each.js";

const PAUSE = 1200;

// Hidden fields are the page's own (a version, a token) and differ between visits.
function values(form) {
  const own = new Set([...form.elements].filter((field) => field.type === "hidden").map((field) => field.name));
  return JSON.stringify([...new FormData(form)].filter(([name, value]) => typeof value === "string" && !own.has(name)));
}

function putBack(form, draft) {
  const kept = new Map();
  for (const [name, value] of JSON.parse(draft)) kept.set(name, [...(kept.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || field.type === "file" || field.type === "hidden") continue;
    const mine = kept.get(field.name) ?? [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = mine.includes(field.value);
    else if (mine.length) field.value = mine.shift();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

async function send(form) {
  const answer = await fetch(form.dataset.autosaveUrl, {
    method: "POST",
    body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")),
    headers: { "X-Requested-With": "fetch" },
  });
  if (!answer.ok) throw new Error(String(answer.status));
}

each("form[data-autosave]", (form) => {
  const key = `draft:${form.dataset.autosave}`;
  const start = values(form);
  const status = form.querySelector("[data-autosave-status]");
  const say = (text) => { if (status) status.textContent = text ?? ""; };
  let timer;
  let stored;
  try { stored = JSON.parse(sessionStorage.getItem(key)); } catch { stored = null; }

  if (stored?.start === start && stored.draft !== start) {
    putBack(form, stored.draft);
    say(form.dataset.restored);
  }

  async function keep() {
    try { sessionStorage.setItem(key, JSON.stringify({ start, draft: values(form) })); } catch { /* full or forbidden: the page itself still holds the text */ }
    if (!form.dataset.autosaveUrl) return say(form.dataset.saved);
    say(form.dataset.saving);
    try { await send(form); say(form.dataset.saved); } catch { say(form.dataset.notSaved); }
  }

  form.addEventListener("input", (event) => {
    if (!event.isTrusted) return;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    sessionStorage.removeItem(key);
  });
});
