// A filter form fills its list while one types. The address follows, so the view can be shared; the form alone does the same.
import { arrived, each } from "./each.js";

const PAUSE = 250;

function address(form) {
  const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  const url = new URL(form.action);
  url.search = chosen.toString();
  return url;
}

each("form[data-filter]", (form) => {
  const id = form.dataset.filter;
  let timer;
  let running;

  async function fill() {
    running?.abort();
    running = new AbortController();
    const url = address(form);
    try {
      const answer = await fetch(url, { signal: running.signal, headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok || answer.redirected) return form.submit();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(id);
      const old = document.getElementById(id);
      if (!fresh || !old) return form.submit();
      old.replaceWith(fresh);
      arrived(fresh);
      history.replaceState(history.state, "", url);
    } catch (error) {
      if (error.name !== "AbortError") form.submit();
    }
  }

  if (!document.getElementById(id)) return;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(fill, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    fill();
  });
});
