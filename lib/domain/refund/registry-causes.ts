import { type Day, day } from "../day";
import { chapter99Code } from "../identifiers";
import { IN_TRANSIT_BASELINE } from "../law/assessed-rates";
import { isInForce, lookUpChapter99, namesOrigin, rowsOfChapter99 } from "../law/chapter-99";
import {
  CHAPTER_99_PROGRAMS,
  CHAPTER_99_ROWS,
  type Chapter99Program,
  type Chapter99Row,
} from "../law/chapter-99-rows";
import { mapUnder } from "../map-of-maps";
import type { Fits, LikelyCause, Mismatch, NumberAtRate } from "./mismatch";

type DutyRow = Chapter99Row & { readonly ratePercent: string };

const bearsDuty = (row: Chapter99Row): row is DutyRow => row.kind === "DUTY" && row.ratePercent !== null;

const DUTY_ROWS: readonly DutyRow[] = CHAPTER_99_ROWS.filter(bearsDuty);

/** Reciprocal rates that stand in place of the baseline rate for some origins. */
const COUNTRY_RATES: ReadonlySet<Chapter99Program> = new Set<Chapter99Program>([
  "IEEPA_RECIPROCAL_COUNTRY",
  "IEEPA_RECIPROCAL_CN",
]);

/** Programs that commonly stand together on a line, by origin; a sum of their rates on one row is their likely cause. */
const TYPICAL_PROGRAMS: ReadonlySet<Chapter99Program> = new Set<Chapter99Program>([
  "IEEPA_FENTANYL_MX",
  "IEEPA_FENTANYL_CA",
  "IEEPA_FENTANYL_CN",
  "IEEPA_RECIPROCAL_BASELINE",
  "IEEPA_RECIPROCAL_CN",
  "IEEPA_RECIPROCAL_COUNTRY",
  "IEEPA_BRAZIL",
  "IEEPA_INDIA_RUSSIAN_OIL",
  "SECTION_301_CHINA_LIST_1",
  "SECTION_301_CHINA_LIST_4A",
]);

const numberOf = ({ code, ratePercent }: DutyRow): NumberAtRate => ({
  code: chapter99Code(code),
  percent: ratePercent,
});

/** The number's own rate on other days, or else a rate of its program for this origin on other days. */
export function otherPeriodCause(mismatch: Mismatch, fits: Fits): LikelyCause | null {
  const { program, entered, origin } = mismatch;
  const isOtherPeriod = (row: DutyRow): boolean => fits.rate(row.ratePercent) && !isInForce(row, entered);
  const found =
    rowsOfChapter99(program.code).filter(bearsDuty).find(isOtherPeriod) ??
    DUTY_ROWS.find(
      (row) =>
        row.program === program.program && isOtherPeriod(row) && namesOrigin(row.origins, origin) === true,
    );
  if (found === undefined) return null;
  const { from, until } = found;
  return {
    kind: "rate-of-another-period",
    ...numberOf(found),
    from: from === null ? null : day(from),
    until: until === null ? null : day(until),
  };
}

/** True while goods loaded before a change of rate could still be entered at the baseline rate. */
export const isInTransitDay = (on: Day): boolean =>
  IN_TRANSIT_BASELINE.periods.some(({ from, until }) => from <= on && on <= until);

/** The baseline rate on the number of a country rate, on a day when goods in transit still paid it. */
export function inTransitCause({ program, entered }: Mismatch, fits: Fits): LikelyCause | null {
  if (program.program === null || !COUNTRY_RATES.has(program.program) || !isInTransitDay(entered))
    return null;
  const { code } = IN_TRANSIT_BASELINE;
  const percent = lookUpChapter99(code, entered, null)?.ratePercent ?? null;
  return percent !== null && fits.rate(percent) ? { kind: "in-transit-baseline", code, percent } : null;
}

/** The country rate that stood in place of the baseline rate for goods of the origin on the day; null for none. */
export function countryRateOf(origin: string, on: Day): NumberAtRate | null {
  const byDay = mapUnder(COUNTRY_RATES_FOUND, origin);
  const known = byDay.get(on);
  if (known !== undefined) return known;
  const found = COUNTRY_RATE_ROWS.find(
    (row) => isInForce(row, on) && namesOrigin(row.origins, origin) === true,
  );
  const number = found === undefined ? null : numberOf(found);
  byDay.set(on, number);
  return number;
}

const COUNTRY_RATE_ROWS = DUTY_ROWS.filter(({ program }) => COUNTRY_RATES.has(program));

// Asked for every row with the baseline number while goods in transit used it: a few months, and some two hundred origins.
const COUNTRY_RATES_FOUND = new Map<string, Map<Day, NumberAtRate | null>>();

/** Numbers of other programs that commonly stand on goods of this origin on this day and not on the line, each rate once. */
export function typicalNumbersOf({ program, entered, origin, line }: Mismatch): readonly NumberAtRate[] {
  const onLine = line.rows.map(({ role }) => ("program" in role ? role.program?.program : null));
  const numbers = new Map<string, NumberAtRate>();
  for (const row of DUTY_ROWS) {
    if (!TYPICAL_PROGRAMS.has(row.program) || onLine.includes(row.program)) continue;
    // Two Section 301 lists never meet on one article.
    const { authority } = CHAPTER_99_PROGRAMS[row.program];
    if (authority !== "IEEPA" && authority === program.authority) continue;
    if (numbers.has(row.ratePercent) || !isInForce(row, entered)) continue;
    if (namesOrigin(row.origins, origin) === true) numbers.set(row.ratePercent, numberOf(row));
  }
  return [...numbers.values()];
}

/** A rate in force on the day: of the same program, for this origin or another one, or of any program. */
export function numberInForceCause(mismatch: Mismatch, fits: Fits): LikelyCause | null {
  const { program, entered, origin } = mismatch;
  const candidates = DUTY_ROWS.filter(
    (row) => row.code !== program.code && isInForce(row, entered) && fits.rate(row.ratePercent),
  );
  const ofProgram = candidates.filter((row) => row.program === program.program);
  const forOrigin = ofProgram.find(({ origins }) => namesOrigin(origins, origin) !== false);
  if (forOrigin) return { kind: "rate-of-another-number", ...numberOf(forOrigin) };
  const [elsewhere] = ofProgram;
  if (elsewhere) {
    return { kind: "rate-of-another-origin", ...numberOf(elsewhere), origins: elsewhere.origins ?? "" };
  }
  const any = candidates.find(({ origins }) => namesOrigin(origins, origin) !== false);
  return any === undefined ? null : { kind: "rate-of-another-number", ...numberOf(any) };
}
