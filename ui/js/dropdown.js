// Menus made of <details> close on Escape, on a click beside them, and when focus goes on.
function open() {
  return document.querySelectorAll("details[data-dropdown][open]");
}

// A link within the page leaves its menu too; others leave the page.
document.addEventListener("click", (event) => {
  const onwards = event.target.closest("a[href^='#']");
  for (const menu of open()) if (onwards || !menu.contains(event.target)) menu.open = false;
});

document.addEventListener("focusin", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open()) {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  }
});
