import { expect, it } from "vitest";

import { headingKey } from "../intake/raw-row";
import { COLUMN_ALIASES } from "./column-aliases";

const all = COLUMN_ALIASES.flatMap(({ report, aliases }) =>
  aliases.map(([field, heading]) => ({
    report: report,
    field: field,
    heading: heading,
  })),
);

it("says of every spelling where it was seen and how sure that is", () => {
  for (const { name, seenIn, aliases } of COLUMN_ALIASES) {
    expect(name).not.toBe("");
    expect(seenIn).not.toBe("");
    expect(aliases.length).toBeGreaterThan(0);
  }
});

it("R12: exactly six headings mean two fields, depending on the report", () => {
  const fields = new Map<string, Set<string>>();
  for (const { field, heading } of all) {
    const key = headingKey(heading);
    fields.set(key, (fields.get(key) ?? new Set()).add(field));
  }
  const ambiguous = [...fields].filter(([, meant]) => meant.size > 1).map(([heading]) => heading);
  expect(ambiguous.toSorted()).toEqual([
    "customs value",
    "import date",
    "invoice number",
    "line number",
    "total duty",
    "value",
  ]);
});

it("within one report a heading means one field", () => {
  const seen = new Map<string, string>();
  for (const { report, field, heading } of all) {
    const key = `${report}: ${headingKey(heading)}`;
    expect(seen.get(key) ?? field, key).toBe(field);
    seen.set(key, field);
  }
});

it.each([
  "drawbackFlag",
  "suretyFlag",
  "summaryStatus",
  "statementStatus",
  "reconciliationDueDate",
  "protestSubject",
])("R12: there is a heading for %s", (field) => {
  expect(all.some((alias) => alias.field === field)).toBe(true);
});
