import { defineConfig, globalIgnores } from "eslint/config";
import nextVitals from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

const TYPESCRIPT = ["**/*.ts", "**/*.tsx"];
const NODE_GLOBALS = ["Buffer", "URL", "WebAssembly", "clearInterval", "clearTimeout", "console"]
  .concat(["fetch", "module", "performance", "process", "setInterval", "setTimeout"])
  .map((name) => [name, "readonly"]);
const TESTS = ["**/*.test.ts", "**/*.test.mjs", "e2e/**/*.ts"];

const banned = (object, property, message) => ({ object, property, message });
const ENVIRONMENT = banned("process", "env", "Read it through lib/env.ts, which parses it once.");

/** What would let a clock, chance or a JavaScript number into the law. */
const IMPURE_PROPERTIES = [
  banned("Date", "now", "The domain has no clock: take a Day named asOf."),
  banned("Math", "random", "The domain is deterministic."),
  banned("Number", "parseFloat", "Money is Usd, built from text."),
  banned("Number", "parseInt", "Money is Usd, built from text."),
];
const IMPURE_SYNTAX = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "The domain has no clock: take a Day named asOf.",
  },
  {
    selector: "CallExpression[callee.name=/^(Number|parseFloat|parseInt)$/]",
    message: "Money is Usd, built from text; digits are counted, not parsed.",
  },
];

const strictTypeScript = {
  name: "typescript",
  files: TYPESCRIPT,
  extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    "@typescript-eslint/consistent-type-definitions": ["error", "type"],
    "@typescript-eslint/consistent-type-imports": "error",
    "@typescript-eslint/switch-exhaustiveness-check": "error",
    "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    // A server action is a promise where React asks for a function without a result.
    "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    // Server actions and route handlers must be async whether or not they wait for anything.
    "@typescript-eslint/require-await": "off",
    "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    "no-restricted-properties": ["error", ENVIRONMENT],
  },
};

export default defineConfig(
  globalIgnores([
    ".next/**",
    ".data/**",
    "lib/data/generated/**",
    "next-env.d.ts",
    "coverage/**",
    "test-results/**",
    "playwright-report/**",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  nextVitals,
  strictTypeScript,
  {
    name: "size",
    files: ["**/*.{ts,tsx,mjs}"],
    ignores: ["lib/domain/law/**"],
    rules: { "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: "functions",
    files: ["lib/**/*.{ts,tsx}"],
    ignores: TESTS,
    rules: { "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: "domain",
    files: ["lib/domain/**/*.ts"],
    ignores: TESTS,
    rules: {
      "no-restricted-properties": ["error", ENVIRONMENT, ...IMPURE_PROPERTIES],
      "no-restricted-syntax": ["error", ...IMPURE_SYNTAX],
    },
  },
  {
    name: "may-read-the-environment",
    files: ["lib/env.ts", "*.config.ts", ...TESTS],
    rules: { "no-restricted-properties": "off" },
  },
  {
    name: "tests",
    files: TESTS,
    rules: {
      // Playwright hands its fixtures to a function called `use`, which is not React's.
      "react-hooks/rules-of-hooks": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    name: "plain-scripts",
    files: ["**/*.{mjs,cjs}"],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS) },
    rules: {
      "no-undef": "error",
      "no-unused-vars": ["error", { varsIgnorePattern: "^_" }],
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
);
