// Sorts the parts of a table by a column; what is no number, as a missing figure, goes last.
for (const table of document.querySelectorAll("table.sortable")) {
  for (const button of table.querySelectorAll("thead button")) {
    button.addEventListener("click", () => {
      const title = button.parentElement, place = title.cellIndex;
      const up = title.getAttribute("aria-sort") !== "ascending";
      for (const other of table.querySelectorAll("[aria-sort]")) {
        other.setAttribute("aria-sort", "none");
      }
      title.setAttribute("aria-sort", up ? "ascending" : "descending");
      const value = (row) => row.cells[place].dataset.value ?? NaN;
      const compare = (a, b) => {
        const [one, two] = [Number(value(a)), Number(value(b))];
        if (isNaN(one) || isNaN(two)) { return isNaN(one) - isNaN(two); }
        return up ? one - two : two - one;
      };
      const rows = [...table.tBodies[0].querySelectorAll("tr.body")].sort(compare);
      table.tBodies[0].prepend(...rows);
    });
  }
}

// Shows what a table comes to at the values that the sliders above it stand at.
for (const form of document.querySelectorAll("form.sliders")) {
  const { values, texts, places } = JSON.parse(form.querySelector("script").textContent);
  const sliders = [...form.querySelectorAll("input")];
  const outputs = form.querySelectorAll("output");
  const cells = form.nextElementSibling.querySelectorAll("tbody tr:not(.head) td");
  const show = () => {
    let combination = 0;
    sliders.forEach((slider, number) => {
      const value = values[number][slider.value];
      outputs[number].value = value;
      slider.setAttribute("aria-valuetext", value);
      combination = combination * values[number].length + Number(slider.value);
    });
    cells.forEach((cell, number) => {
      cell.firstChild.data = texts[places[combination * cells.length + number]];
    });
  };
  form.addEventListener("input", show);
  show();
}
