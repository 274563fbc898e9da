// `npm run bench ask`: questions as importers ask them, and whether the page that answers is among the first three, or,
// for those that nothing here answers, whether the answer says so. A third is held out: nothing was tuned on it.
import { bundle } from "../bundle.mjs";

const GOAL = 95;

const percent = ({ met, asked }) => (100 * met) / asked;
const shown = (share) => `${share.met} of ${share.asked}, ${percent(share).toFixed(1)} %`;

/** @returns whether the goal was met */
export async function benchAsk() {
  const { measureAsk } = await import(await bundle("lib/ask/testing/measure.ts"));
  const { tunedOn, heldOut, all } = measureAsk();
  for (const { question, wanted, found } of tunedOn.misses)
    console.log(
      `missed: ${question} → ${wanted.join(" or ") || "not known"}; found ${found.join(" ") || "nothing"}`,
    );
  console.log(`tuned on: ${shown(tunedOn)}`);
  console.log(`held out: ${shown(heldOut)}`);
  console.log(`ask top3 ${percent(all).toFixed(1)} %, goal ${GOAL} %`);
  return percent(all) >= GOAL;
}
