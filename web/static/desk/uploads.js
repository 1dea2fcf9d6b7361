// Files and folders, dropped or chosen, one after another to the server.

import { element } from "../fill.js";
import { call, Refused, t } from "./api.js";

async function* filesIn(entry) {
  if (entry.isFile) {
    yield await new Promise((found, failed) => entry.file(found, failed));
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((found, failed) => reader.readEntries(found, failed));
    if (!some.length) return;
    for (const each of some) yield* filesIn(each);
  }
}

/** The files of what was dropped, those in folders too; hidden ones are left out. */
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  const files = [];
  for (const entry of entries) for await (const file of filesIn(entry)) files.push(file);
  return files.filter((file) => !file.name.startsWith("."));
}

/** Upload files in turn; `place` says how far it is, `skipped` lists what was refused, and why. */
export async function upload(files, place, skipped, each, query = "") {
  let done = 0;
  skipped.replaceChildren();
  for (const [number, file] of files.entries()) {
    place.textContent = t("uploading", { done: number + 1, total: files.length });
    try {
      await call(`/drafts?name=${encodeURIComponent(file.name)}${query}`, { method: "POST", body: file });
      done += 1;
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      skipped.append(element("li", t("skipped", { name: file.name, reason: refused.message })));
    }
    each();
  }
  place.textContent = t("uploaded", { done });
}
