// What Postgres did for a page, out of the plans that its module auto_explain writes into the server's log.

/** For a whole database; connections opened from now on explain every statement with what it really read. */
export const EXPLAIN_EVERYTHING = [
  ["session_preload_libraries", "auto_explain"],
  ["auto_explain.log_min_duration", "0"],
  ["auto_explain.log_analyze", "on"],
  ["auto_explain.log_buffers", "on"],
  ["auto_explain.log_nested_statements", "on"],
  ["auto_explain.log_format", "json"],
];

/** The plans in a piece of the log: each entry is a line with its duration, and JSON on the indented lines below. */
export function plansIn(log) {
  const found = log.matchAll(/duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n?)+)/g);
  return [...found].map(([, milliseconds, text]) => ({
    milliseconds: Number(milliseconds),
    ...JSON.parse(text.replaceAll(/^\t/gm, "")),
  }));
}

const nodesOf = (node) => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Tables of these that a plan reads from end to end, each with the query that does. */
export const wholeReads = (plans, tables) =>
  plans.flatMap((plan) =>
    nodesOf(plan.Plan)
      .filter((node) => node["Node Type"] === "Seq Scan" && tables.has(node["Relation Name"]))
      .map((node) => ({ table: node["Relation Name"], query: plan["Query Text"] })),
  );

/** Pages of 8 kB that all plans together touched. */
export const pagesTouched = (plans) =>
  plans.reduce((sum, { Plan }) => sum + Plan["Shared Hit Blocks"] + Plan["Shared Read Blocks"], 0);
