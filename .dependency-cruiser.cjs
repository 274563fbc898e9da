// Who may import whom. The map with the reasons is in docs/architecture.md; this file is what holds it.
const forbid = (name, from, to) => ({ name, severity: "error", from, to });

const TEST = "\\.(test|spec)\\.tsx?$";
const PRISMA = "@prisma/client|^prisma/|^lib/data/generated/";
const POSTGRES = "(^|node_modules/)(pg|pg-copy-streams|@prisma/adapter-pg)(/|$)";
const WEB = "^app/|^components/|(^|node_modules/)(next|react)(/|$)";

module.exports = {
  forbidden: [
    // The domain: pure, and behind one door.
    forbid(
      "domain-is-pure",
      { path: "^lib/domain/", pathNot: [TEST, "^lib/domain/testing/"] },
      { pathNot: ["^lib/domain/", "^node_modules/decimal\\.js/"] },
    ),
    // What tests share may draw random tables, and nothing else from outside; it is never shipped.
    forbid(
      "domain-testing-is-pure",
      { path: "^lib/domain/testing/" },
      { pathNot: ["^lib/domain/", "^node_modules/(decimal\\.js|fast-check)/"] },
    ),
    forbid(
      "domain-never-reaches-io",
      { path: "^lib/domain/" },
      { path: "^lib/(?!domain/)|^app/|^components/", reachable: true },
    ),
    forbid(
      "domain-has-one-door",
      { pathNot: "^lib/domain/" },
      { path: "^lib/domain/", pathNot: "^lib/domain/(index\\.ts$|testing/)" },
    ),
    forbid(
      "testing-is-not-shipped",
      { pathNot: `${TEST}|^e2e/|/testing/` },
      { path: "^lib/domain/testing/" },
    ),

    // The database: one layer speaks to it.
    forbid("prisma-only-in-data", { pathNot: "^(lib/data|prisma|e2e/fixtures)/" }, { path: PRISMA }),
    forbid(
      "postgres-only-in-data",
      { pathNot: "^(lib/data|scripts|e2e/fixtures)/|\\.db\\.test\\.ts$" },
      { path: POSTGRES },
    ),
    forbid(
      "data-knows-no-callers",
      { path: "^lib/data/" },
      { path: "^lib/(usecases|jobs|files|packet|wording)/|^lib/auth/(?!scope\\.ts)" },
    ),

    // The layers between.
    forbid(
      "mail-only-in-mail",
      { pathNot: `^lib/mail/|${TEST}` },
      { path: "node_modules/(nodemailer|smtp-server)/" },
    ),
    forbid("mail-knows-no-callers", { path: "^lib/mail/" }, { path: "^lib/(data|usecases|jobs|auth)/" }),
    forbid(
      "papaparse-only-in-files",
      { pathNot: "^lib/files/|^scripts/bench/" },
      { path: "node_modules/papaparse/" },
    ),
    forbid(
      "inner-layers-know-no-web",
      { path: "^lib/(data|usecases|jobs|files|packet|wording|cli|library|ask)/" },
      { path: WEB },
    ),
    forbid("usecases-know-only-the-scope", { path: "^lib/usecases/" }, { path: "^lib/auth/(?!scope\\.ts)" }),
    forbid(
      "usecases-do-not-run-jobs",
      { path: "^lib/(usecases|data|files|wording|auth)/" },
      { path: "^lib/jobs/" },
    ),
    forbid(
      "auth-decides-no-business",
      { path: "^lib/auth/", pathNot: TEST },
      { path: "^lib/(usecases|jobs)/|^components/" },
    ),
    forbid(
      "edges-stay-apart",
      { path: "^lib/(files|packet|wording)/" },
      { path: "^lib/(data|usecases|jobs|auth)/|^lib/(clock|env)\\.ts$" },
    ),
    forbid(
      "library-knows-rules-and-words",
      { path: "^lib/(library|ask)/" },
      { path: "^lib/(data|usecases|jobs|auth|files|packet|cli)/|^lib/(clock|env)\\.ts$" },
    ),
    forbid("jobs-are-run-not-called", { pathNot: "^lib/jobs/" }, { path: "^lib/jobs/" }),

    // The command line: files in, words out, without a database.
    forbid(
      "cli-knows-rules-files-words",
      { path: "^lib/cli/" },
      { path: "^lib/(?!(cli|domain|files|packet|wording)/)|^(app|components|e2e|scripts)/" },
    ),
    forbid("cli-is-run-not-called", { pathNot: "^lib/cli/" }, { path: "^lib/cli/" }),

    // The web.
    forbid(
      "writes-go-through-usecases",
      { path: "^app/.*actions\\.ts$" },
      { path: "^lib/(data|files)/|^components/" },
    ),
    forbid(
      "components-are-presentational",
      { path: "^components/" },
      {
        path: "^lib/(data|auth|usecases|jobs|files|packet|ask)/|^lib/library/(?!document\\.ts$)|^lib/(clock|env)\\.ts$|^app/",
      },
    ),
    forbid("components-never-reach-data", { path: "^components/" }, { path: "^lib/data/", reachable: true }),
    forbid("ui-knows-no-domain", { path: "^components/ui/" }, { path: "^lib/(?!cn)|^components/(?!ui/)" }),
    forbid("e2e-stands-outside", { path: "^e2e/" }, { path: "^(app|components)/|^lib/(?!domain/testing/)" }),
    forbid("scripts-stand-alone", { path: "^scripts/" }, { path: "^(app|components|lib|e2e)/" }),

    forbid(
      "no-cycles",
      { pathNot: "^lib/data/generated/|node_modules" },
      { circular: true, pathNot: "^lib/data/generated/|node_modules" },
    ),
    forbid("nothing-unresolved", { pathNot: "^lib/data/generated/" }, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    exclude: {
      path: "^(\\.next|\\.data|\\.git|coverage|test-results|playwright-report)/|^next-env\\.d\\.ts$",
    },
  },
};
