import { beforeAll, describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { totalEntries } from "@/lib/data/entry-list";
import { misprogrammed, programMonths, type StackingFilter } from "@/lib/data/program-totals";
import { inOrganization } from "@/lib/data/tenant";
import { aMember } from "@/lib/data/testing/a-member";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import { anUpload, readSample } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { sumMoney, usdText, type EntryNumber } from "@/lib/domain";

import { receiveUpload } from "./receive-upload";
import { readIntoBooks } from "./testing/read-into-books";

const EVERYTHING: StackingFilter = { importerNumber: null, fromMonth: null, toMonth: null };

let scope: OrgScope;

async function read(content: Buffer | string): Promise<OrgScope> {
  const { scope: reader } = await aMember();
  const received = await receiveUpload(reader, anUpload(content));
  if (!received.ok) throw new Error(received.problem.kind);
  await readIntoBooks(reader, received.value.importId);
  return reader;
}

beforeAll(async () => {
  scope = await read(await readSample("es003"));
  await read(await readSample("es003")); // of somebody else: nothing of it may be counted
});

const monthsOf = (filter: StackingFilter) => inOrganization(scope, (t) => programMonths(t, filter));
const listTotals = (filter: StackingFilter) =>
  inOrganization(scope, (t) => totalEntries(t, { lanes: [], search: null, ...filter }));

describe("duty by program", () => {
  const filters: readonly StackingFilter[] = [
    EVERYTHING,
    { ...EVERYTHING, importerNumber: "89-123456700" },
    { ...EVERYTHING, importerNumber: "96-765432100", fromMonth: "2025-06" },
    { ...EVERYTHING, toMonth: "2025-05" },
    { ...EVERYTHING, fromMonth: "2026-01", toMonth: "2026-01" },
    { ...EVERYTHING, fromMonth: "2030-01" },
  ];

  it.each(filters)("of $importerNumber, $fromMonth to $toMonth ties to the entries list", async (filter) => {
    const { refundable } = sumMoney(await monthsOf(filter));
    const { refundableMin, refundableMax, unbounded } = await listTotals(filter);
    expect(unbounded).toBe(0);
    expect(usdText(refundable.min)).toBe(usdText(refundableMin));
    expect(refundable.max && usdText(refundable.max)).toBe(usdText(refundableMax));
  });

  it("adds up to the duty of all rows", async () => {
    const [row] = await asOwner<{ duty: string }>(
      "SELECT sum(duty)::numeric(20, 2)::text AS duty FROM tariff_lines WHERE org_id = $1",
      [scope.orgId],
    );
    const { paid } = sumMoney(await monthsOf(EVERYTHING));
    expect([usdText(paid.min), paid.max && usdText(paid.max)]).toEqual([row?.duty, row?.duty]);
  });

  it("keeps months apart and covers them all", async () => {
    const all = await monthsOf(EVERYTHING);
    const months = [...new Set(all.map(({ month }) => month!))];
    const apart = await Promise.all(
      months.map((month) => monthsOf({ ...EVERYTHING, fromMonth: month, toMonth: month })),
    );
    const byProgram = (a: { program: string; month: string | null }, b: typeof a) =>
      `${a.month ?? ""} ${a.program}` < `${b.month ?? ""} ${b.program}` ? -1 : 1;
    expect(apart.flat().toSorted(byProgram)).toEqual(all.toSorted(byProgram));
  });

  it("shows the 15 % line without a rate as a range of what comes back and of what stays", async () => {
    const months = await monthsOf({ ...EVERYTHING, fromMonth: "2026-01", toMonth: "2026-01" });
    const range = { min: "0.00", max: "6781.50" };
    const text = ({ min, max }: (typeof months)[0]["paid"]) => ({
      min: usdText(min),
      max: max && usdText(max),
    });
    const country = months.find(({ program }) => program === "IEEPA_RECIPROCAL_COUNTRY");
    expect(country && [text(country.refundable), text(country.stays)]).toEqual([range, range]);
  });
});

describe("mis-programmed money", () => {
  const row = (number: EntryNumber, duty: string) => [
    aReadyRow(number, { entered: "03/10/2025", duty }),
    aReadyRow(number, {
      entered: "03/10/2025",
      ordinal: "2",
      hts: "4202923131",
      value: "1000.00",
      duty: "176",
    }),
  ];

  it("is listed with assessed and expected duty, the largest difference first, and counted", async () => {
    const [small, large, right] = [entryNumber(1), entryNumber(2), entryNumber(3)];
    const other = await read(
      anEs003([...row(small, "210.00"), ...row(large, "450.00"), ...row(right, "200.00")]),
    );
    const found = await inOrganization(other, (t) => misprogrammed(t, EVERYTHING, 10));
    const mismatches = found.rows.filter(({ flag }) => flag.kind === "rate-mismatch");
    expect(
      mismatches.map(({ number, flag }) =>
        flag.kind === "rate-mismatch"
          ? [number, flag.percentFiled, flag.percentInRegistry, usdText(flag.duty), usdText(flag.expected)]
          : [],
      ),
    ).toEqual([
      [large, "45", "20", "450.00", "200.00"],
      [small, "21", "20", "210.00", "200.00"],
    ]);
    const one = await inOrganization(other, (t) => misprogrammed(t, EVERYTHING, 1));
    expect([one.rows.length, one.count]).toEqual([1, found.count]);
    const stranger = await inOrganization(scope, (t) => misprogrammed(t, EVERYTHING, 100));
    expect(stranger.rows.map(({ number }) => number)).not.toContain(large);
  });
});
