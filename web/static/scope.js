// The agency and year pickers, filled from what is held.

const agency = document.getElementById("agency");
const year = document.getElementById("year");
let held = [];

function refill(select, values, label) {
  const chosen = select.value;
  select.length = 1;
  select.append(...values.map((value) => new Option(label(value), value)));
  select.value = values.map(String).includes(chosen) ? chosen : "";
}

function offerYears() {
  const fitting = held.filter((report) => !agency.value || report.issuer === agency.value);
  const years = [...new Set(fitting.map((report) => report.year))].sort((a, b) => b - a);
  refill(year, years, (value) => value + year.dataset.suffix);
}

/** Fetch what is held and fill the pickers, choosing what the page's address asks for. */
export async function fillPickers(wanted) {
  const response = await fetch("/api/reports");
  if (!response.ok) return;
  held = (await response.json()).reports;
  refill(agency, [...new Set(held.map((report) => report.issuer))], String);
  agency.value = wanted.get("issuer") ?? "";
  offerYears();
  year.value = wanted.get("year") ?? "";
  for (const select of [agency, year]) if (select.selectedIndex < 0) select.value = "";
}

export function chosen() {
  return { issuer: agency.value || null, year: year.value ? Number(year.value) : null };
}

agency.addEventListener("change", offerYears);
