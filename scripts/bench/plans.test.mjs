import { expect, it } from "vitest";

import { pagesTouched, plansIn, wholeReads } from "./plans.mjs";

const LOG = `2026-11-22 09:00:00 UTC [12] LOG:  duration: 1.250 ms  plan:
\t{
\t  "Query Text": "SELECT 1 FROM entries",
\t  "Plan": {
\t    "Node Type": "Aggregate", "Shared Hit Blocks": 7, "Shared Read Blocks": 2,
\t    "Plans": [{ "Node Type": "Seq Scan", "Relation Name": "entries" }, { "Node Type": "Seq Scan", "Relation Name": "importers" }]
\t  }
\t}
2026-11-22 09:00:01 UTC [12] WARNING:  something else
2026-11-22 09:00:02 UTC [12] LOG:  duration: 0.010 ms  plan:
\t{ "Query Text": "SELECT 2", "Plan": { "Node Type": "Index Scan", "Relation Name": "entries", "Shared Hit Blocks": 3, "Shared Read Blocks": 0 } }
`;

it("plans are found in the log, and what they read", () => {
  const plans = plansIn(LOG);
  expect(plans.map(({ milliseconds }) => milliseconds)).toEqual([1.25, 0.01]);
  expect(wholeReads(plans, new Set(["entries"]))).toEqual([
    { table: "entries", query: "SELECT 1 FROM entries" },
  ]);
  expect(pagesTouched(plans)).toBe(12);
  expect(plansIn("")).toEqual([]);
});
