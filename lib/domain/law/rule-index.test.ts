import { describe, expect, it } from "vitest";
import { isDay } from "../day";
import { CAPE_MESSAGES } from "./cape-messages";
import { CHAPTER_99_PROGRAMS, CHAPTER_99_ROWS } from "./chapter-99-rows";
import { CLOCKS } from "./clocks";
import { ENTRY_TYPES } from "./entry-types";
import { INTEREST_RATES, INTEREST_RATES_VERSION } from "./interest-rates";
import { READINESS_POINTS } from "./readiness-points";
import type { RuleSubject } from "./rule-entry";
import { ruleIndex } from "./rule-index";
import { RULE_RELEASES } from "./rules-version";

const index = ruleIndex();
const about = (subject: RuleSubject) => index.filter(({ content }) => content.subject === subject);

describe("the index of rules", () => {
  it("cites for every rule, dates it, says how sure it is and which release first knew it", () => {
    for (const { content, from, until, publishedOn, release, confidence, source } of index) {
      const name = JSON.stringify(content);
      expect(source.length, name).toBeGreaterThan(0);
      for (const { law, published } of source) expect([law.trim(), published.trim()]).not.toContain("");
      for (const on of [from, until, publishedOn]) if (on !== null) expect(isDay(on), name).toBe(true);
      if (from !== null && until !== null) expect(from <= until, name).toBe(true);
      expect(release.trim(), name).not.toBe("");
      expect(["proven", "inferred", "relayed", "reported", "unconfirmed"], name).toContain(confidence);
    }
  });

  it("knows the first day of every rule, but for programs whose headings were not read", () => {
    const undated = index.filter(({ from }) => from === null);
    for (const { content } of undated) {
      if (content.subject !== "chapter-99") throw new Error(`${content.subject} has no first day`);
      const rows = CHAPTER_99_ROWS.filter(({ program }) => program === content.program);
      expect(rows.every(({ from }) => from === null)).toBe(true);
    }
  });

  it("holds every row of every table", () => {
    expect(about("clock")).toHaveLength(Object.keys(CLOCKS).length);
    expect(about("entry-type")).toHaveLength(ENTRY_TYPES.length + 1);
    expect(about("readiness-point")).toHaveLength(READINESS_POINTS.length);
    expect(about("cape-message")).toHaveLength(CAPE_MESSAGES.length);
    expect(about("interest-rate")).toHaveLength(INTEREST_RATES.length);
    expect(about("holidays").map(({ content }) => "year" in content && content.year)).toEqual([
      ...["2024", "2025", "2026", "2027", "2028"],
    ]);
    const codes = about("chapter-99").map(({ content }) => ("codes" in content ? String(content.codes) : ""));
    expect(codes).toHaveLength(Object.keys(CHAPTER_99_PROGRAMS).length);
    expect(codes).not.toContain("0");
  });

  it("names a release of the rules for every rule of filing, and the quarter for every rate", () => {
    const versions = RULE_RELEASES.map(({ version }) => version);
    for (const { content, daysOf, release, publishedOn } of index) {
      if (daysOf !== "filing") continue;
      expect(versions, content.subject).toContain(release);
      expect(publishedOn, content.subject).not.toBeNull();
    }
    expect(about("interest-rate").at(-1)?.release).toBe(INTEREST_RATES_VERSION);
  });

  it("dates the IEEPA window and the programs by days of entry", () => {
    expect(about("ieepa-window")[0]).toMatchObject({
      from: "2025-02-04",
      until: "2026-02-23",
      daysOf: "entry",
    });
    const china = about("chapter-99").find(
      ({ content }) => content.subject === "chapter-99" && content.program === "IEEPA_FENTANYL_CN",
    );
    expect(china).toMatchObject({ from: "2025-02-04", until: "2026-02-23" });
  });
});
