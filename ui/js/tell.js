// A short word at the foot of the page, read out politely; gone after a while.
const place = document.createElement("p");
place.className = "told no-print";
place.setAttribute("role", "status");
document.body.append(place);
let timer;

export function tell(text) {
  clearTimeout(timer);
  place.textContent = text ?? "";
  timer = setTimeout(() => { place.textContent = ""; }, 4000);
}
