// Questions that are asked only after certain answers come and go as those answers change. What was written in one that goes is
// sent all the same, so that nothing is lost when it comes back. Without scripts all are shown, each after a line that says when.
import { each } from "./each.js";

function isChosen(field, block) {
  if (field.name !== block.dataset.askWhen || field.closest("[data-ask-when][hidden]")) return false;
  const on = field.type === "radio" || field.type === "checkbox" ? field.checked : true;
  return on && block.dataset.askIs.split(" ").includes(field.value);
}

each("form:has([data-ask-when])", (form) => {
  const blocks = [...form.querySelectorAll("[data-ask-when]")];
  // In the order of the form: a question that goes takes those that depend on it along.
  const look = () => {
    for (const block of blocks) block.hidden = ![...form.elements].some((field) => isChosen(field, block));
  };
  form.querySelectorAll("[data-ask-line]").forEach((line) => line.remove());
  form.addEventListener("change", look);
  form.addEventListener("input", look);
  look();
});
