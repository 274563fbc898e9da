import { afterEach, describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { column1RatesOf } from "@/lib/data/column1-observations";
import { listGivenRates } from "@/lib/data/given-rates";
import { queueScreeningAfresh } from "@/lib/data/job-queue";
import { numbersOn15PercentLines, numbersWithoutRate } from "@/lib/data/rate-needs";
import { inOrganization, queryOf } from "@/lib/data/tenant";
import { aMember } from "@/lib/data/testing/a-member";
import { readSample } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf } from "@/lib/data/testing/books-of";
import { parseHtsNumber, usdText, type HtsNumber } from "@/lib/domain";

import { giveRate, withdrawRate } from "./give-rate";
import { lawOfToday, screenOrganization } from "./screen-organization";
import { added } from "./testing/read-into-books";

/** Pumps of Germany on a 15 % line: $6,781.50 on a value of $45,210.00, and no line that shows their ordinary rate. */
const PUMPS = parseHtsNumber("8413919085")!;
const PUMP_ENTRY = "ZZX10000052";

async function withSample(): Promise<OrgScope> {
  const { scope } = await aMember();
  await added(scope, await readSample("es003"));
  return scope;
}

const refundOf = async ({ orgId }: OrgScope) => {
  const [row] = await asOwner<{ refundable: string | null; min: string; max: string }>(
    `SELECT refundable::text, refundable_min::text AS min, refundable_max::text AS max
     FROM screenings WHERE org_id = $1 AND entry_number = $2`,
    [orgId, PUMP_ENTRY],
  );
  return row && [row.refundable, row.min, row.max].map((text) => text && Number(text).toFixed(2));
};

const RANGE = [null, "0.00", "6781.50"];
const certain = (amount: string) => [amount, amount, amount];
const needsOf = (scope: OrgScope) =>
  inOrganization(scope, async (t) =>
    (await numbersWithoutRate(t)).map(({ hts, entries, paid }) => [hts, entries, usdText(paid)]),
  );

describe("an ordinary rate that somebody gives", () => {
  it("makes a range certain, at once, and may be changed and withdrawn", async () => {
    const scope = await withSample();
    expect(await refundOf(scope)).toEqual(RANGE);
    expect(await needsOf(scope)).toEqual([[PUMPS, 1, "6781.50"]]);

    expect(await giveRate(scope, PUMPS, "0")).toEqual({
      ok: true,
      value: { entries: 1, inBackground: false },
    });
    expect(await refundOf(scope)).toEqual(certain("6781.50"));
    expect(await needsOf(scope)).toEqual([]);

    await giveRate(scope, PUMPS, "2.5"); // 1,130.25 of 45,210.00 is ordinary duty and stays
    expect(await refundOf(scope)).toEqual(certain("5651.25"));
    const given = await inOrganization(scope, (t) => listGivenRates(queryOf(t), t.orgId));
    expect(given).toMatchObject([{ hts: PUMPS, percent: "2.5", givenBy: "Ana Reyes" }]);

    expect((await withdrawRate(scope, PUMPS)).ok).toBe(true);
    expect(await refundOf(scope)).toEqual(RANGE);
    expect(await withdrawRate(scope, PUMPS)).toEqual({ ok: false, problem: { kind: "rate-not-given" } });
    expect((await auditOf(scope)).slice(2)).toEqual(["rate.given", "rate.given", "rate.withdrawn"]);
  });

  it("is refused for a number that no line of the organization has", async () => {
    const scope = await withSample();
    const before = await booksOf(scope);
    const horses = parseHtsNumber("0101210010")!;
    expect(await giveRate(scope, horses, "0")).toEqual({ ok: false, problem: { kind: "number-not-found" } });
    expect(await booksOf(scope)).toEqual(before);
    expect(await inOrganization(scope, (t) => listGivenRates(queryOf(t), t.orgId))).toEqual([]);
  });

  it("leaves the verdicts that a screening of everything would reach", async () => {
    const scope = await withSample();
    await giveRate(scope, PUMPS, "2.5");
    const { screenings } = await booksOf(scope);
    await screenOrganization(scope);
    expect((await booksOf(scope)).screenings).toEqual(screenings);
  });

  it("is nobody else's", async () => {
    const [scope, other] = [await withSample(), await withSample()];
    const before = await booksOf(other);
    await giveRate(scope, PUMPS, "0");
    await screenOrganization(other);
    expect(await booksOf(other)).toEqual(before);
  });

  it("stands among the numbers of 15 % lines, with what was paid on them", async () => {
    const scope = await withSample();
    const numbers = await inOrganization(scope, numbersOn15PercentLines);
    expect(numbers.map(({ hts, entries, paid }) => [hts, entries, usdText(paid)])).toEqual([
      [PUMPS, 1, "6781.50"],
    ]);
  });
});

describe("a published rate", () => {
  const publish = (hts: string, percent: string | null) =>
    asOwner("INSERT INTO published_rates (hts, general, percent, edition) VALUES ($1, $2, $3, $4)", [
      hts,
      percent === null ? "3.7¢/kg" : `${percent}%`,
      percent,
      "2026 Revision 20",
    ]);
  const rateOf = async (scope: OrgScope, numbers?: readonly HtsNumber[]) =>
    inOrganization(scope, (t) => column1RatesOf(queryOf(t), t.orgId, numbers ?? null));

  afterEach(async () => {
    await asOwner("DELETE FROM published_rates");
  });

  it.each([PUMPS, PUMPS.slice(0, 8)])(
    "of %s makes a range certain, and gives way to a given one",
    async (hts) => {
      const scope = await withSample();
      await publish(hts, "0");
      await screenOrganization(scope);
      expect(await refundOf(scope)).toEqual(certain("6781.50"));
      await giveRate(scope, PUMPS, "2.5");
      expect(await refundOf(scope)).toEqual(certain("5651.25"));
      await withdrawRate(scope, PUMPS);
      expect(await refundOf(scope)).toEqual(certain("6781.50"));
    },
  );

  it("that is no percentage leaves the range", async () => {
    const scope = await withSample();
    await publish(PUMPS.slice(0, 8), null);
    await screenOrganization(scope);
    expect(await refundOf(scope)).toEqual(RANGE);
  });

  it("is read for the numbers that are asked for, and for no others", async () => {
    const scope = await withSample();
    await publish(PUMPS.slice(0, 8), "0");
    await publish("01012100", "0");
    expect([...(await rateOf(scope, [PUMPS])).keys()]).not.toContain("01012100");
    expect((await rateOf(scope)).get("01012100" as HtsNumber)).toMatchObject({
      basis: "published",
      edition: "2026 Revision 20",
    });
  });
});

describe("a screening in the background", () => {
  it("is one for each organization, due at once, however often it is asked for", async () => {
    const scope = await withSample();
    for (const _ of [1, 2, 3]) await inOrganization(scope, (t) => queueScreeningAfresh(t, lawOfToday()));
    const waiting = await asOwner(
      `SELECT start_after <= now() AS due, data ->> 'afresh' AS afresh FROM pgboss.job
       WHERE name = 'screen-organization' AND state = 'created' AND data ->> 'orgId' = $1`,
      [scope.orgId],
    );
    expect(waiting).toEqual([{ due: true, afresh: "true" }]);
  });
});
