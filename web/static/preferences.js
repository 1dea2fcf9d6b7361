// Theme and text size: a cookie for the server, an attribute for this page and the report framed in it.

const YEAR = 365 * 24 * 3600;

function documents() {
  const framed = [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument);
  return [document, ...framed].filter(Boolean);
}

function choose(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
  for (const each of documents()) each.documentElement.setAttribute(`data-${name}`, value);
}

function isOn(button) {
  const value = document.documentElement.getAttribute(`data-${button.dataset.preference}`);
  if (value === null && button.dataset.preference === "theme") {
    return matchMedia("(prefers-color-scheme: dark)").matches;
  }
  return value === button.dataset.on;
}

for (const button of document.querySelectorAll("[data-preference]")) {
  button.setAttribute("aria-pressed", isOn(button));
  button.addEventListener("click", () => {
    choose(button.dataset.preference, isOn(button) ? button.dataset.off ?? "" : button.dataset.on);
    button.setAttribute("aria-pressed", isOn(button));
  });
}
