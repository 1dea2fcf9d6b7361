import { call, Refused } from "./api.js";

const form = document.getElementById("sign-in");
const error = form.querySelector(".error");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  error.hidden = true;
  try {
    await call("/session", { method: "POST", json: { name: form.elements.name.value, password: form.elements.password.value } });
    location.assign("/desk/reports");
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    error.textContent = refused.message;
    error.hidden = false;
    form.elements.password.value = "";
    form.elements.password.focus();
  }
});
