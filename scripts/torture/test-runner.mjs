// Stryker's way to run the tests of the domain. Vitest would start a thread and read the domain anew for each of two
// thousand changes; here code and tests are bundled once, and to load them afresh is one function call.
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { createDomainTests } from "./domain-tests.mjs";

/** Where changed code asks which of its changes is in force, and notes what ran. */
const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

class DomainTestRunner {
  /** Milliseconds of each test on unchanged code; the quickest go first, since the first failure ends a run. */
  #durations = new Map();
  /** The test that failed last: changes beside each other mostly fail the same one. */
  #lastKiller = null;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.tests = await createDomainTests();
  }

  async dryRun() {
    Object.assign(stryker, { activeMutant: undefined, mutantCoverage: undefined, hitLimit: undefined });
    const results = await this.#run(this.tests.load(), { bail: false });
    for (const { id, timeSpentMs } of results) this.#durations.set(id, timeSpentMs);
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, disableBail }) {
    stryker.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    Object.assign(stryker, { hitCount: 0, hitLimit });
    let results;
    try {
      const loaded = this.tests.load();
      stryker.activeMutant = activeMutant.id;
      const asked = testFilter && new Set(testFilter);
      const tests = asked ? loaded.filter(({ id }) => asked.has(id)) : loaded;
      results = await this.#run(this.#likeliestFirst(tests), { bail: !disableBail });
    } catch (error) {
      // The change keeps the code or its tests from loading at all.
      results = [failed({ id: "loading", name: "loading", fileName: undefined }, 0, error)];
    }
    this.#lastKiller = results.find(({ status }) => status === TestStatus.Failed)?.id ?? this.#lastKiller;
    const timeout = determineHitLimitReached(stryker.hitCount, hitLimit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests: results });
  }

  #likeliestFirst(tests) {
    const cost = ({ id }) => (id === this.#lastKiller ? -1 : (this.#durations.get(id) ?? 0));
    return tests.toSorted((a, b) => cost(a) - cost(b));
  }

  async #run(tests, { bail }) {
    const results = [];
    for (const test of tests) {
      stryker.currentTestId = test.id;
      const started = performance.now();
      try {
        await test.run();
        results.push({
          ...shown(test),
          status: TestStatus.Success,
          timeSpentMs: performance.now() - started,
        });
      } catch (error) {
        results.push(failed(test, performance.now() - started, error));
        if (bail) break;
      } finally {
        stryker.currentTestId = undefined;
      }
    }
    return results;
  }
}

const shown = ({ id, name, fileName }) => ({ id, name, fileName });

const failed = (test, timeSpentMs, error) => ({
  ...shown(test),
  status: TestStatus.Failed,
  timeSpentMs,
  failureMessage: error instanceof Error ? error.message : String(error),
});

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "domain", DomainTestRunner)];
