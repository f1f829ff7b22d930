// After a refused form: focus on the summary, and its links lead into the field rather than to it.
const summary = document.querySelector("[data-error-summary]");

summary?.focus();
summary?.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const whole = field.closest(".field") ?? field;
  whole.scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
});
