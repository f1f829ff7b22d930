// A table to the clipboard, as plain tab-separated text and as HTML, so that it pastes well into a sheet and into a letter.
import { each } from "./each.js";
import { tell } from "./tell.js";

// A sheet sorts and filters by words, so symbols, arrows and buttons stay behind.
const NO_WORDS = "[aria-hidden=true], .hidden-visually, .copy-link, button";

function words(cell) {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll(NO_WORDS).forEach((part) => part.remove());
  copy.querySelectorAll("br, li, p").forEach((part) => part.before(" "));
  copy.querySelectorAll("select").forEach((part) => part.replaceWith(part.selectedOptions[0]?.text ?? ""));
  const text = copy.textContent.trim() ? copy.textContent : cell.textContent;
  return text.replace(/\s+/g, " ").trim();
}

// A cell that starts like a formula would be run by the sheet it is pasted into.
function harmless(text) {
  return /^[=+@]|^-(?![\d\s])/.test(text) ? `'${text}` : text;
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function forms(table) {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => ({
    tag: cell.tagName.toLowerCase(), span: cell.colSpan, text: harmless(words(cell)),
  })));
  const plain = rows.map((row) => row.map((cell) => cell.text).join("\t")).join("\r\n");
  const cells = (row) => row.map(({ tag, span, text }) => `<${tag} colspan="${span}">${escaped(text)}</${tag}>`).join("");
  const html = `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
  return { "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) };
}

each("[data-copy-table]", (button) => {
  const table = document.getElementById(button.dataset.copyTable);
  if (!table || !navigator.clipboard?.write) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.write([new ClipboardItem(forms(table))]);
    tell(button.dataset.copied);
  });
});
