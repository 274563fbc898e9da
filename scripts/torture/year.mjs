// A year of refunds at its full size through the browser: what `npm test` walks with fewer entries, so that it stays
// quick. The readers take the same year in a hundred orders there.
import { runNode } from "../processes.mjs";

export async function runYear([entries = "5000"]) {
  const only = ["--only", "e2e", "--", "refunds.spec.ts", "--grep", "a year of nine result files"];
  const { code } = await runNode("scripts/test.mjs", only, {
    env: { ...process.env, E2E_YEAR_ENTRIES: entries },
  });
  const passed = code === 0;
  return { passed, summary: `a year of ${entries} entries ${passed ? "reconciles" : "does not reconcile"}` };
}
