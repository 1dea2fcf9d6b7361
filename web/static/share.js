// A link that asks a question again, after the earlier ones of its conversation, and what such a link asks.

/** More than these cannot be shared. To leave out the first questions instead would make the last one, which may
 * follow them up, ask about another agency or year. */
const QUESTIONS = 20;
const CHARACTERS = 7000; // of an address: many servers take no more than 8 kB

/** A question and its scope as parameters of an address. */
function parameters(question) {
  return new URLSearchParams(Object.entries(question).filter(([, value]) => value));
}

/** The link to a question {q, issuer, year} and the earlier ones; null where there is too much to share. */
export function linkTo({ question, earlier }) {
  const wanted = parameters(question);
  for (const one of earlier) wanted.append("after", parameters(one));
  const link = `${location.origin}/?${wanted}`;
  return earlier.length < QUESTIONS && link.length <= CHARACTERS ? link : null;
}

/** The questions that an address asks, in their order, each with its scope. */
export function linked(address) {
  const all = [...address.getAll("after").map((text) => new URLSearchParams(text)), address];
  if (!address.get("q") || all.length > QUESTIONS) return [];
  return all.filter((one) => one.get("q")).map((one) => (
    { question: one.get("q"), scope: { issuer: one.get("issuer"), year: Number(one.get("year")) || null } }));
}
