import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { importersOf } from "@/lib/data/importers";
import { inOrganization } from "@/lib/data/tenant";
import { aMember } from "@/lib/data/testing/a-member";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf } from "@/lib/data/testing/books-of";
import { day } from "@/lib/domain";

import { setImporterTerms } from "./set-importer-terms";
import { viewEntry } from "./view-entry";
import { importRows } from "./testing/read-into-books";

const NUMBER = entryNumber(1);

async function withAnEntry(): Promise<{ scope: OrgScope; importer: string }> {
  const { scope } = await aMember();
  await importRows(scope, [aReadyRow(NUMBER)]);
  const [importer] = await inOrganization(scope, (t) => importersOf(t).list());
  if (!importer) throw new Error("The import named no importer");
  return { scope, importer: importer.number };
}

const interestOf = async ({ orgId }: OrgScope) =>
  (
    await asOwner<{ interest: string; basis: string; from: string }>(
      `SELECT interest::text, interest_basis AS basis, interest_from::text AS from FROM screenings WHERE org_id = $1`,
      [orgId],
    )
  )[0];

describe("what the importer says of its interest", () => {
  it("moves the stored interest and the entry's page, and is in the audit log", async () => {
    const { scope, importer } = await withAnEntry();
    const before = await interestOf(scope);
    expect(before?.basis).toBe("ten-working-days");

    const terms = { rateClass: "corporation", paysMonthly: true } as const;
    expect(await setImporterTerms(scope, importer, terms)).toEqual({ ok: true, value: null });
    const monthly = await interestOf(scope);
    expect(monthly?.basis).toBe("monthly-statement");
    expect(monthly?.from).not.toBe(before?.from);
    const view = await viewEntry(scope, NUMBER, day("2026-11-21"));
    expect(view).toMatchObject({ terms, screening: { interest: { basis: "monthly-statement" } } });

    await setImporterTerms(scope, importer, { rateClass: "other", paysMonthly: false });
    const other = await interestOf(scope);
    expect(other).toMatchObject({ basis: "ten-working-days", from: before?.from });
    expect(other?.interest).not.toBe(before?.interest);
    expect((await auditOf(scope)).filter((action) => action === "importer.terms-set")).toHaveLength(2);
  });

  it("is refused for an importer of somebody else", async () => {
    const { importer } = await withAnEntry();
    const { scope: stranger } = await aMember();
    expect(await setImporterTerms(stranger, importer, { rateClass: "other", paysMonthly: true })).toEqual({
      ok: false,
      problem: { kind: "importer-not-found" },
    });
  });
});
