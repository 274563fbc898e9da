// The tests beside the code of three folders as functions, without a test framework around them.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { inspect } from "node:util";
import vm from "node:vm";
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import { rolldown } from "rolldown";

const FOLDERS = ["eligibility", "refund", "interest"].map((name) => `lib/domain/${name}`);

/** Runs through everything with other entries each time, and every survivor would wait for it. */
const LEFT_OUT = "lib/domain/eligibility/screening-properties.test.ts";

const require = createRequire(import.meta.url);

// The matchers of Vitest, which the tests are written for.
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

const fc = require("fast-check");

/** Property tests draw few examples, because one that fails mostly fails early, and the same ones, so that the score does not waver. */
const fewExamples = {
  ...fc,
  assert: (property, asked) =>
    fc.assert(property, { ...asked, seed: 1, numRuns: Math.min(asked?.numRuns ?? 20, 20) }),
};

/** What the bundle does not hold. */
const PROVIDED = { "fast-check": fewExamples };

/** @returns `load`, which evaluates all code and all tests afresh and answers every test: its id and how to run it */
export async function createDomainTests() {
  const script = new vm.Script(`(function (require, exports) {${await bundled()}\n})`, {
    filename: "domain-tests.cjs",
  });
  const evaluate = script.runInThisContext();
  return {
    load() {
      const collected = collector();
      evaluate((id) => (id === "vitest" ? collected.vitest : (PROVIDED[id] ?? require(id))), {});
      return collected.tests;
    },
  };
}

async function bundled() {
  const files = FOLDERS.flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true }).map((name) => path.posix.join(folder, name)),
  ).filter((file) => file.endsWith(".test.ts") && file !== LEFT_OUT);
  const entry = files.map((file) => `import ${JSON.stringify(path.resolve(file))};`).join("\n");
  const bundle = await rolldown({
    input: "all-tests",
    platform: "node",
    external: ["vitest", "fast-check", "decimal.js", /^node:/],
    treeshake: false,
    plugins: [
      {
        name: "domain-tests",
        resolveId: (id) => (id === "all-tests" ? id : null),
        load: (id) => (id === "all-tests" ? entry : null),
        transform: (code, id) =>
          id.endsWith(".test.ts")
            ? `import { startFile } from "vitest";\nstartFile(${JSON.stringify(path.relative("", id))});\n${code}`
            : null,
      },
    ],
  });
  const { output } = await bundle.generate({ format: "cjs" });
  await bundle.close();
  return output[0].code;
}

/** What the tests import from `vitest`, noting each test under its file and the headings above it. */
function collector() {
  const tests = [];
  const taken = new Set();
  const headings = [];
  let file = "";
  const it = (title, run) => {
    const name = [...headings, title].join(" ");
    let id = `${file}#${name}`;
    for (let count = 2; taken.has(id); count++) id = `${file}#${name} (${count})`;
    taken.add(id);
    tests.push({ id, name, fileName: path.resolve(file), run });
  };
  it.each = (rows) => (title, run) => {
    for (const row of rows)
      it(`${title} ${inspect(row, { breakLength: Infinity })}`, () =>
        run(...(Array.isArray(row) ? row : [row])));
  };
  const describe = (title, body) => {
    headings.push(title);
    body();
    headings.pop();
  };
  const startFile = (name) => void (file = name);
  return { tests, vitest: { describe, it, expect: chai.expect, startFile } };
}
