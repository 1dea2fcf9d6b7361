import { call, Refused, t, tell } from "./api.js";

const form = document.getElementById("password");
const error = form.querySelector(".error");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  error.hidden = true;
  try {
    const json = { old: form.elements.old.value, new: form.elements.new.value };
    const session = await call("/password", { method: "POST", json });
    document.body.dataset.csrf = session.csrf;
    form.reset();
    tell(t("password_changed"));
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    error.textContent = refused.message;
    error.hidden = false;
  }
});
