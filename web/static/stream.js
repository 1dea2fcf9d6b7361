// An answer that comes as server-sent events.

/** The complete events of a text, and what is left of it. */
function events(text) {
  const parts = text.split("\n\n");
  const left = parts.pop();
  const read = (part) => Object.fromEntries(part.split("\n").map((line) => line.split(/: (.*)/s, 2)));
  return { found: parts.map(read), left };
}

/** Given a response's body and what takes words as they come, return the answer, or null if it never came. */
export async function answerFrom(body, told) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return null;
    const { found, left } = events(waiting + value);
    waiting = left;
    for (const { event, data } of found) {
      if (event === "answer") return JSON.parse(data);
      if (event === "text") told(JSON.parse(data));
    }
  }
}
