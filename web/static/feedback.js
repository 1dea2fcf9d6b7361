// What the reader thinks of one answer: a thumb, and after a thumb down, what would be right.

async function send(form, answer, correction) {
  const told = form.querySelector(".told");
  const thumb = form.querySelector('[aria-pressed="true"]')?.dataset.thumb ?? null;
  try {
    const response = await fetch("/api/feedback", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ answer, thumb, correction }),
    });
    told.textContent = response.ok ? form.dataset.done : form.dataset.failed;
    return response.ok;
  } catch {
    told.textContent = form.dataset.failed;
    return false;
  }
}

/** Given the feedback form of a reply and its answer's id, make the form work. */
export function welcome(form, answer) {
  const thumbs = [...form.querySelectorAll("[data-thumb]")];
  const more = form.querySelector(".correction");
  const box = more.querySelector("textarea");
  for (const thumb of thumbs) {
    thumb.addEventListener("click", () => {
      const on = thumb.getAttribute("aria-pressed") !== "true";
      for (const each of thumbs) each.setAttribute("aria-pressed", on && each === thumb);
      more.hidden = !(on && thumb.dataset.thumb === "down");
      send(form, answer, "");
    });
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await send(form, answer, box.value.trim())) more.hidden = true;
  });
}
