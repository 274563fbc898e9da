import { type Day, day } from "../day";
import type { TariffLine } from "../entry";
import type { Citation } from "../law/citation";
import { addUsd, sumUsd, toCents, type Usd, usd, ZERO_USD } from "../money";
import { allRowsOf, type EntryLine, type StackedRow, valueOf } from "./entry-line";
import type { LineRefund } from "./refund-of";
import type { RowFlag, RowPlace } from "./row-flags";
import { holdsOrdinaryDuty } from "./tariff-role";

/** Filed duty may differ from the registry's by the larger of the two: cents are rounded per line and per form. */
const TOLERANCE = { amount: usd("0.01"), shareOfDuty: usd("0.005") };

/** Goods on which IEEPA duty was paid instead of Section 232 duty; whether CBP claims 232 afterwards is open. */
export const METALS_OF_CANADA_AND_MEXICO = {
  chapters: ["72", "73", "76"],
  from: day("2025-03-04"),
  until: day("2025-06-03"),
  source: { law: "E.O. 14289; CSMS 65054270, 65236574", published: "CBP, 16 May and 3 Jun 2025" },
} as const satisfies { from: Day; until: Day; source: Citation; chapters: readonly string[] };

export const placeOf = (row: TariffLine): RowPlace => ({
  lineNumber: row.lineNumber,
  ordinal: row.ordinal,
  fileRow: row.source.row,
});

/** "12.5" means 12.5 % of the value, two decimals at most; null without a value. */
export const percentOf = (duty: Usd | null, value: Usd | null): string | null =>
  duty && value?.greaterThan(ZERO_USD) ? duty.times(100).div(value).toDecimalPlaces(2).toString() : null;

const exceedsTolerance = (duty: Usd, expected: Usd): boolean => {
  const share = duty.times(TOLERANCE.shareOfDuty).abs();
  const allowed = share.greaterThan(TOLERANCE.amount) ? share : TOLERANCE.amount;
  return duty.minus(expected).abs().greaterThan(allowed);
};

/** Everything about the rows of a line that a broker should look at. None of it changes a lane or an amount. */
export function flagsOfLine(
  refund: LineRefund,
  entered: Day | null,
  entryTypes: readonly string[],
): readonly RowFlag[] {
  const { line } = refund;
  const value = valueOf(line);
  return allRowsOf(line).flatMap((row) => [
    ...flagsOfNumber(row, entered),
    ...rateFlag(row, line, value, entryTypes),
    ...metalsFlag(row, line, entered),
  ]);
}

function flagsOfNumber({ row, role }: StackedRow, entered: Day | null): readonly RowFlag[] {
  const place = placeOf(row);
  if (role.kind === "unreadable") {
    const claimsNothing = row.duty === null ? row.dutyFound.trim() === "" : row.duty.isZero();
    return claimsNothing
      ? []
      : [{ kind: "tariff-number-unreadable", place, found: row.htsFound, duty: row.duty }];
  }
  if (!("program" in role) || role.program === null) return [];
  const { code, listed, inForce } = role.program;
  const flags: RowFlag[] = [];
  if (row.value !== null && !row.value.isZero()) {
    flags.push({ kind: "value-on-chapter-99-row", place, code, value: row.value });
  }
  if (role.kind === "other-chapter-99") return flags;
  if (role.kind === "ieepa-unlisted") flags.push({ kind: "ieepa-number-unknown", place, code });
  if (role.kind === "ieepa-exemption" && row.duty !== null && !row.duty.isZero()) {
    flags.push({ kind: "duty-on-exemption-number", place, code, duty: row.duty });
  }
  if (role.kind !== "ieepa-exemption" && row.duty === null) {
    flags.push({ kind: "ieepa-duty-unreadable", place, code, found: row.dutyFound });
  }
  if (listed && !inForce && entered !== null)
    flags.push({ kind: "wrong-period", place, code, enteredOn: entered });
  return flags;
}

/**
 * The filed duty against the registry's rate on the line's value. Left out where the base is not the value (Chapter
 * 98), where the rate may be locked from an earlier day (type 06), and for corrections.
 */
function rateFlag(
  { row, role }: StackedRow,
  line: EntryLine,
  value: Usd | null,
  entryTypes: readonly string[],
): readonly RowFlag[] {
  if (!("program" in role) || role.kind === "ieepa-exemption" || role.program === null) return [];
  const { code, ratePercent, kind } = role.program;
  if (kind !== "DUTY" || ratePercent === null || value === null || !row.duty?.greaterThan(ZERO_USD))
    return [];
  const others = line.rows.filter((other) => other.row !== row && other.row.hts === row.hts);
  const partialBase = line.rows.some((other) => other.role.kind === "chapter-98");
  if (others.length > 0 || partialBase || entryTypes.includes("06")) return [];
  const expected = toCents(value.times(ratePercent).div(100) as Usd);
  const place = placeOf(row);
  const onCommodity = sumUsd(line.rows.flatMap((other) => commodityDuty(other)));
  if (holdsOrdinaryDuty(role) && !onCommodity.isZero()) {
    const duty = addUsd(row.duty, onCommodity);
    return exceedsTolerance(duty, expected)
      ? [{ kind: "split-not-15-percent", place, code, duty, expected }]
      : [];
  }
  if (!exceedsTolerance(row.duty, expected)) return [];
  const percentFiled = percentOf(row.duty, value);
  if (percentFiled === null) return [];
  return [
    {
      kind: "rate-mismatch",
      place,
      code,
      percentFiled,
      percentInRegistry: ratePercent,
      duty: row.duty,
      expected,
    },
  ];
}

const commodityDuty = ({ row, role }: StackedRow): readonly Usd[] =>
  role.kind === "commodity" && row.duty !== null ? [row.duty] : [];

function metalsFlag({ row, role }: StackedRow, line: EntryLine, entered: Day | null): readonly RowFlag[] {
  const { chapters, from, until } = METALS_OF_CANADA_AND_MEXICO;
  if (role.kind !== "ieepa-duty" || !row.duty?.greaterThan(ZERO_USD)) return [];
  if (entered === null || entered < from || entered > until) return [];
  if (!/^IEEPA_FENTANYL_(CA|MX)$/.test(role.program.program ?? "")) return [];
  const metal = line.rows.find(
    (other) =>
      other.role.kind === "commodity" && chapters.some((chapter) => other.row.hts?.startsWith(chapter)),
  );
  if (!metal?.row.hts) return [];
  return [
    { kind: "metals-of-canada-or-mexico", place: placeOf(row), code: role.program.code, hts: metal.row.hts },
  ];
}
