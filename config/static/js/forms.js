/* Small comforts. Every page works without them. */
"use strict";

/* After a refused form: the reader stands at the summary of what is wrong. */
const summary = document.querySelector("[data-focus]");
if (summary) {
  summary.focus();
}

/* A filter or a day slider submits itself once the reader has let go. */
document.querySelectorAll("form[data-autosubmit]").forEach((form) => {
  form.addEventListener("change", () => form.requestSubmit());
});

/* A range of days says its day while it moves: data-days-from is the day of its zero. */
document.querySelectorAll("input[type=range][data-days-from]").forEach((range) => {
  const from = new Date(`${range.dataset.daysFrom}T00:00:00Z`);
  const says = document.getElementById(range.dataset.says);
  const inWords = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  range.addEventListener("input", () => {
    says.textContent = inWords.format(new Date(from.getTime() + range.value * 86400000));
  });
});

/* A second click on the same deed is swallowed; the server is safe against it anyway. */
document.querySelectorAll("form[data-once]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

/* The person switcher closes when the reader turns away. */
document.querySelectorAll("details.ribbon__people").forEach((people) => {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && people.open) {
      people.open = false;
      people.querySelector("summary").focus();
    }
  });
});
