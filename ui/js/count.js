// How many characters are left of a long text. Read out only when few are, or it would speak at every key.
import { each } from "./each.js";

each("[data-count]", (place) => {
  const area = document.getElementById(place.dataset.count);
  const most = Number(place.dataset.most);
  if (!area) return;
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const look = () => {
    const left = most - [...area.value.trim()].length;
    place.setAttribute("aria-live", left < most / 10 ? "polite" : "off");
    place.classList.toggle("answer__count--over", left < 0);
    place.textContent = `${left < 0 ? place.dataset.over : place.dataset.left} ${numbers.format(Math.abs(left))}`;
  };
  area.addEventListener("input", look);
  look();
});
