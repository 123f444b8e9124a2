"use strict";
for (const button of document.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const head = button.closest("th");
    const body = head.closest("table").tBodies[0];
    const column = head.cellIndex;
    const number = head.classList.contains("number");
    const first = number ? "descending" : "ascending";
    const other = number ? "ascending" : "descending";
    const order = head.getAttribute("aria-sort") === first ? other : first;
    for (const each of head.parentNode.cells) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent;
    const compare = number ? (a, b) => value(a) - value(b) : (a, b) => value(a).localeCompare(value(b));
    body.append(...[...body.rows].sort((a, b) => sign * compare(a, b)));
  });
}
const text = document.getElementById("text");
const state = document.getElementById("state");
const shown = document.getElementById("shown");
function filter() {
  let number = 0;
  for (const row of document.getElementById("files").tBodies[0].rows) {
    const fits = row.cells[0].textContent.toLowerCase().includes(text.value.toLowerCase());
    row.hidden = !(fits && (state.value === "" || row.dataset.state === state.value));
    number += !row.hidden;
  }
  shown.textContent = number === 1 ? "1 file shown" : `${number} files shown`;
}
if (text) {
  text.addEventListener("input", filter);
  state.addEventListener("change", filter);
  filter();
}
