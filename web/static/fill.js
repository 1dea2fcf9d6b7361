// Filling a page's <template> elements. Data only ever becomes text, never markup.

export function clone(id) {
  return document.getElementById(id).content.cloneNode(true);
}

export function slot(root, name) {
  return root.querySelector(`[data-slot="${name}"]`);
}

/** Put text into a slot, or take the slot away where there is none. */
export function say(root, name, text) {
  const place = slot(root, name);
  if (text) place.textContent = text;
  else place.remove();
  return place;
}

export function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text ?? "";
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
