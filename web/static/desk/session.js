// Signing out, on every page of the desk.

import { attempt, call } from "./api.js";

document.getElementById("sign-out").addEventListener("click", async () => {
  const done = await attempt(() => call("/session", { method: "DELETE" }));
  if (done !== undefined) location.assign("/desk/sign-in");
});
