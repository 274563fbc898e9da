import { expect, it } from "vitest";

import { day, type Day } from "@/lib/domain";

import { toFileAge } from "./file-age";

const NAMES = new Map([
  ["june", "pulled-in-june.csv"],
  ["october", "pulled-in-october.csv"],
]);

const ageOn = (asOf: string, days: Readonly<Record<string, string>>): string | undefined =>
  toFileAge({
    screening: { asOf: day(asOf) },
    importNames: NAMES,
    exportDays: new Map(Object.entries(days).map(([file, on]): [string, Day] => [file, day(on)])),
  }).age;

it.each([
  { days: {}, age: undefined, because: "no file carries its day" },
  {
    days: { june: "2026-06-30" },
    age: "pulled-in-june.csv, made on 2026-06-30, 144 days ago",
    because: "it is the only one",
  },
  {
    days: { october: "2026-11-20", june: "2026-06-30" },
    age: "pulled-in-october.csv, made on 2026-11-20, yesterday",
    because: "the newest one counts",
  },
  {
    days: { june: "2026-11-21" },
    age: "pulled-in-june.csv, made on 2026-11-21, today",
    because: "it is of the day",
  },
])("D9: $age stands beside the lane because $because", ({ days, age }) => {
  const shown = ageOn("2026-11-21", days);
  if (age === undefined) expect(shown).toBeUndefined();
  else expect(shown).toContain(age);
});
