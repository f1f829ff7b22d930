// A column or block from a spreadsheet, pasted into one input of a table, spreads over the inputs to its right and below.
// Heads that come along are left out. One number alone is pasted as ever.
import { each } from "./each.js";
import { tell } from "./tell.js";

const isNumber = (text) => /^[-\u2212]?\d[\d\s.,]*$/.test(text.trim());

function cells(text) {
  const lines = text.replace(/[\r\n]+$/, "").split(/\r?\n/).map((line) => line.split("\t"));
  const isHead = (line) => line.some((cell) => cell.trim()) && !line.some(isNumber);
  if (lines.length > 1 && isHead(lines[0])) lines.shift();
  const named = lines.every((line) => line.length > 1 && !isNumber(line[0]));
  return named ? lines.map((line) => line.slice(1)) : lines;
}

function spread(rows, target, lines) {
  const top = rows.findIndex((row) => row.includes(target));
  const left = rows[top].indexOf(target);
  let all = true;
  lines.forEach((line, down) => line.forEach((cell, along) => {
    const input = rows[top + down]?.[left + along];
    if (input && cell.trim()) {
      input.value = cell.trim();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    all &&= Boolean(input) || !cell.trim();
  }));
  return all;
}

each("[data-paste]", (place) => {
  place.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const rows = [...place.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("input")]);
    if (!/[\t\n]/.test(text.trim()) || !rows.flat().includes(event.target)) return;
    event.preventDefault();
    tell(spread(rows, event.target, cells(text)) ? place.dataset.paste : place.dataset.pasteMore);
  });
});
