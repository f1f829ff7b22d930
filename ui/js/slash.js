// "/" goes to search, unless somebody is writing.
const field = document.querySelector("[data-slash]");

function writing(element) {
  return element.isContentEditable || element.matches("input, textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (!field || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
  event.preventDefault();
  field.focus();
  field.select();
});
