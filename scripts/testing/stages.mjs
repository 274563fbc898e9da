// Runs the stages of a test run, each timed and counted; one that fails does not keep the others from running.
import { isEnding, say, stopwatch } from "../processes.mjs";

const total = { passed: 0, failed: 0 };

function describe({ passed, failed, skipped }) {
  const left = skipped > 0 ? `, ${skipped} skipped` : "";
  return `${passed} passed, ${failed} failed${left}`;
}

/**
 * Runs one stage that counts tests.
 * @param work - returns a tally; throwing counts as one failure, and so does a stage in which nothing ran
 */
export async function countedStage(name, work) {
  const seconds = stopwatch();
  const tally = await work().catch((error) => {
    if (!isEnding()) console.error(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const ranNothing = tally.passed + tally.failed === 0;
  if (ranNothing) tally.failed = 1;
  total.passed += tally.passed;
  total.failed += tally.failed;
  say(
    `${tally.failed ? "✗" : "✓"} ${name}: ${describe(tally)} in ${seconds()} s${ranNothing ? " (no test ran)" : ""}`,
  );
}

/**
 * Runs one stage that makes ready what others need. Its failure is counted with the stage that cannot run for want of it.
 * @returns what `work` returns, or undefined when it failed
 */
export async function preparation(name, work) {
  const seconds = stopwatch();
  try {
    const result = await work();
    say(`✓ ${name} in ${seconds()} s`);
    return result;
  } catch (error) {
    if (!isEnding()) console.error(error.message);
    say(`✗ ${name}: failed after ${seconds()} s`);
    return undefined;
  }
}

/** A stage that cannot run because something it needs is missing is a failure, not an omission. */
export function countAsFailed(name, because) {
  total.failed += 1;
  say(`✗ ${name}: not run, because ${because}`);
}

/** The last line of a test run, in a form for machines. */
export const describeTotal = () => `${total.passed} passed, ${total.failed} failed`;

export const isSuccess = () => total.failed === 0 && total.passed > 0;
