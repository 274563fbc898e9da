import type { HeldEntry, ScannedEntry, ScannedRisk, ScanMoney } from "@/lib/data/import-scan";
import {
  capeMessageOf,
  formatEntryNumber,
  heldAs,
  rulesOn,
  sumUsd,
  usdText,
  type RuleSet,
} from "@/lib/domain";
import type { ReportEntry, ReportHeld, ReportMoney, ReportRisk, ScanReport } from "@/lib/packet/scan-report";
import type { ImportScan } from "@/lib/usecases/scan-import";
import { OWNER_WORDS } from "@/lib/wording/claims";
import { CLOCK_WORDS } from "@/lib/wording/clocks";
import { CONFIDENCE_WORDS } from "@/lib/wording/confidence";
import { LANE_WORDS, LANES_IN_READING_ORDER } from "@/lib/wording/lanes";
import { NO_KNOWN_MESSAGE, OUTCOME_WORDS, REFILE_WORDS } from "@/lib/wording/outcome";
import { AUTHORITY_WORDS } from "@/lib/wording/programs";
import { HELD_WORDS } from "@/lib/wording/watch-list";

import { toMisprogrammedRow } from "../../../stacking/misprogrammed-rows";
import { toProgramRows } from "../../../stacking/program-rows";

const toMoney = ({ entries, refundable, ranges }: ScanMoney): ReportMoney => ({
  ...{ entries, ranges, refundable: usdText(refundable) },
});

/** The scan in words: what its page shows, and what its document and its workbook hold. */
export function toScanReport(scan: ImportScan, organization: string): ScanReport {
  const { stored, screened, lanes, risks, risky, held, stacked, programs, flags } = scan;
  return {
    ...{ organization, fileName: stored.fileName, sha256: stored.sha256, screened },
    total: {
      entries: lanes.reduce((sum, { entries }) => sum + entries, 0),
      ranges: lanes.reduce((sum, { ranges }) => sum + ranges, 0),
      refundable: usdText(sumUsd(lanes.map(({ refundable }) => refundable))),
    },
    lanes: LANES_IN_READING_ORDER.flatMap((lane) => {
      const found = lanes.find((each) => each.lane === lane);
      const { name, nextStep } = LANE_WORDS[lane];
      return found ? [{ name, nextStep, ...toMoney(found) }] : [];
    }),
    risks: risks.map(toRisk),
    risky: { count: risky.count, entries: risky.entries.map(toEntry) },
    programs: toProgramRows(programs),
    stacked: stacked.map(({ beside, stays, ...money }) => ({
      ...toMoney(money),
      beside: AUTHORITY_WORDS[beside],
      stays: usdText(stays),
    })),
    flags: { count: flags.count, rows: flags.rows.map((row) => toFlag(toMisprogrammedRow(row, ""))) },
    held: {
      count: held.count,
      entries: screened === null ? [] : held.entries.map((entry) => toHeld(entry, rulesOn(screened.on))),
    },
  };
}

function toRisk(risk: ScannedRisk): ReportRisk {
  const message = risk.message === null ? null : capeMessageOf(risk.message);
  return {
    ...toMoney(risk),
    outcome: OUTCOME_WORDS[risk.outcome].name,
    rejected: risk.outcome === "rejected",
    message: risk.message ?? "No message known",
    meaning: message?.meaning ?? NO_KNOWN_MESSAGE,
    fix: message
      ? `${message.remedy} ${REFILE_WORDS[message.refile]}`
      : "Open the entry: its reasons say what is missing.",
    owner: message ? OWNER_WORDS[message.owner] : "you",
    confidence: risk.surest === null ? CONFIDENCE_WORDS.unknown.name : CONFIDENCE_WORDS[risk.surest].name,
    deadline: risk.deadline,
  };
}

function toHeld(entry: HeldEntry, rules: RuleSet): ReportHeld {
  const { name, unlock } = HELD_WORDS[heldAs(entry.held, entry.entryType, rules)];
  return { ...toEntry(entry), held: name, unlock, law: entry.law };
}

const toEntry = (entry: ScannedEntry): ReportEntry => ({
  number: formatEntryNumber(entry.number),
  lane: LANE_WORDS[entry.lane].name,
  entryType: entry.entryType ?? "",
  outcome: entry.outcome === null ? "Not foretold" : OUTCOME_WORDS[entry.outcome].name,
  messages: entry.messages.join("; "),
  refundable: {
    min: usdText(entry.refundable ?? entry.refundableMin),
    max: entry.refundable ? usdText(entry.refundable) : entry.refundableMax && usdText(entry.refundableMax),
  },
  deadline: entry.deadline,
  deadlineKind: entry.deadlineKind === null ? "" : CLOCK_WORDS[entry.deadlineKind].name,
});

const toFlag = ({ number, line, code, sentence, duty, expected }: ReturnType<typeof toMisprogrammedRow>) => ({
  ...{ number, line: line ?? "", code, sentence, duty, expected },
});
