import { describe, expect, it } from "vitest";
import { addDays, clockFormulaOf, day, RULE_RELEASES, ruleIndex, type Clock } from "@/lib/domain";
import { formatClockFormula } from "./clocks";
import { describeRule, RULE_CHANGE_WORDS, RULE_CONFIDENCE_WORDS, RULE_SUBJECT_NAMES } from "./rules";

describe("rules in words", () => {
  it("name every rule of the index, say it in a sentence, and tell two rules of one subject and day apart", () => {
    const seen = new Set<string>();
    for (const { content, from, confidence } of ruleIndex()) {
      const { title, rule } = describeRule(content);
      expect(title.length, JSON.stringify(content)).toBeGreaterThan(2);
      expect(rule, title).toMatch(/[.)]$/);
      expect(RULE_SUBJECT_NAMES[content.subject]).not.toBe("");
      expect(RULE_CONFIDENCE_WORDS[confidence].meaning).not.toBe("");
      const key = `${content.subject} ${title} ${from ?? ""}`;
      expect(seen.has(key), key).toBe(false);
      seen.add(key);
    }
  });

  it("say what every release changed", () => {
    for (const { what } of RULE_RELEASES.flatMap(({ changes }) => changes))
      expect(RULE_CHANGE_WORDS[what]).toMatch(/\.$/);
  });

  it.each([
    [
      { content: { subject: "entry-type", type: "21", name: "Warehouse", treatment: "excluded" } },
      "21 Warehouse",
      "Refused.",
    ],
    [
      {
        content: { subject: "interest-rate", quarter: "2026-Q2", corporationPercent: "5", otherPercent: "6" },
      },
      "2026 Q2",
      "5 % for corporations, 6 % for other importers.",
    ],
    [
      { content: { subject: "declaration-limits", entriesMax: 9_999, bytesBelow: 1_000_000 } },
      "File limits",
      "At most 9,999 entry numbers, and less than 1.0 MB.",
    ],
  ] as const)("%j is %s: %s", ({ content }, title, rule) => {
    expect(describeRule(content)).toEqual({ title, rule });
  });
});

describe("the formula of a clock in words", () => {
  const clock = (kind: Clock["kind"], from: string, lastDay: string): Clock => ({
    ...{ kind, from: day(from), lastDay: day(lastDay), daysLeft: 0, estimated: false, disputed: [] },
    law: [{ law: "law", published: "published" }],
  });

  it.each([
    [clock("cape-window", "2026-09-02", "2026-11-21"), "2026-09-02 (last liquidation) + 80 days"],
    [clock("court", "2025-09-15", "2027-09-15"), "2025-09-15 (entry) + 2 years"],
    [clock("reconciliation", "2026-12-20", "2026-12-20"), "2026-12-20 (due date as given)"],
    [
      clock("psc", "2025-09-15", addDays(day("2026-07-26"), -15)),
      "the earlier of 2025-09-15 (entry) + 300 days and 2026-07-26 (scheduled liquidation) \u2212 15 days",
    ],
  ])("%# is %s", (counted, words) => {
    expect(formatClockFormula(clockFormulaOf(counted))).toBe(words);
  });
});
