// The report beside the answer: next to it on a wide screen, over it on a narrow one.

const WIDE = matchMedia("(min-width: 64rem)");
const dialog = document.getElementById("source");
const frame = dialog.querySelector("iframe");
let opener = null;

function show(address) {
  const url = new URL(address, location.origin);
  dialog.querySelector(".source-bar a").href = String(url);
  url.searchParams.set("view", "panel");
  if (!dialog.open) WIDE.matches ? dialog.show() : dialog.showModal();
  document.body.classList.add("with-source");
  frame.contentWindow.location.replace(url);
  dialog.querySelector(".close").focus();
}

export function close() {
  if (dialog.open) dialog.close();
}

/** A plain click on a citation opens it here; with a modifier key the browser does as always. */
export function open(event, link) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  opener = link;
  show(link.getAttribute("href"));
}

function closeOnEscape(event) {
  if (event.key === "Escape") close();
}

dialog.addEventListener("close", () => {
  document.body.classList.remove("with-source");
  opener?.focus();
});
dialog.querySelector(".close").addEventListener("click", close);
document.addEventListener("keydown", closeOnEscape);
frame.addEventListener("load", () => frame.contentWindow.addEventListener("keydown", closeOnEscape));
