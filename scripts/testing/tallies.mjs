// How many tests passed and failed, read from the reports that the test runners write for machines.
import fs from "node:fs";

const FAILED_WHOLE = { passed: 0, failed: 1, skipped: 0 };

/** A runner that fails without a failed test (a file that does not load, a crash) counts as one failure. */
function conclude(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

const readReport = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : undefined);

export function tallyVitest(file, code) {
  const report = readReport(file);
  if (!report) return FAILED_WHOLE;
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report;
  return conclude({ passed, failed, skipped: numPendingTests + numTodoTests }, code);
}

/** A flaky test failed once before it passed: it counts as failed. */
export function tallyPlaywright(file, code) {
  const report = readReport(file);
  if (!report) return FAILED_WHOLE;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return conclude({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

export const tallyCheck = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
