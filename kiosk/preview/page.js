"use strict";
// Which pictures are shown: each <figure> says in its data what it is, the form what is wanted.

function shows(picture, wanted) {
  const same = ["screen", "language", "size", "modes"].every((name) => !wanted[name] || picture[name] === wanted[name]);
  const kinds = picture.problems.split(" ").filter(Boolean);
  const problem = !wanted.problem || (wanted.problem === "any" ? picture.wrong === "yes" : kinds.includes(wanted.problem));
  return same && problem && (!wanted.fresh || picture.fresh === "yes");
}

function filter(page) {
  const form = page.forms[0];
  const wanted = Object.fromEntries(new FormData(form));
  let count = 0;
  for (const section of page.querySelectorAll("section")) {
    let any = false;
    for (const figure of section.querySelectorAll("figure")) {
      figure.hidden = !shows(figure.dataset, wanted);
      count += figure.hidden ? 0 : 1;
      any = any || !figure.hidden;
    }
    section.hidden = !any;
  }
  page.body.classList.toggle("german", Boolean(wanted.german));
  form.elements.count.value = count + " / " + page.querySelectorAll("figure").length;
}

if (typeof document === "undefined") {
  module.exports = { shows };
} else {
  document.forms[0].addEventListener("input", () => filter(document));
  filter(document);
}
