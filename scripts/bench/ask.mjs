// `npm run bench ask`: questions as importers ask them, and whether the page that answers is among the first three, or,
// for those that nothing here answers, whether the answer says so. A third is held out: nothing was tuned on it.
import { bundle } from "../bundle.mjs";

const GOAL = 95;

const percent = ({ met, asked }) => (100 * met) / asked;
const shown = (share) => `${share.met} of ${share.asked}, ${percent(share).toFixed(1)} %`;

/** @returns whether the goal was met */
export async function benchAsk() {
  const { measureAsk } = await import(await bundle("lib/ask/testing/measure.ts"));
  const { tuned, heldOut, fresh } = measureAsk();
  for (const { question, wanted, found } of tuned.misses)
    console.log(
      `missed: ${question} → ${wanted.join(" or ") || "not known"}; found ${found.join(" ") || "nothing"}`,
    );
  console.log(`tuned on: ${shown(tuned)}`);
  console.log(`held out: ${shown(heldOut)}`); // which ones were missed is not printed: they stay held out
  console.log(`fresh: ${shown(fresh)}`);
  const lists = [tuned, heldOut, fresh];
  const all = {
    met: lists.reduce((sum, { met }) => sum + met, 0),
    asked: lists.reduce((sum, { asked }) => sum + asked, 0),
  };
  console.log(`ask top3 ${percent(all).toFixed(1)} %, goal ${GOAL} %`);
  return percent(all) >= GOAL;
}
