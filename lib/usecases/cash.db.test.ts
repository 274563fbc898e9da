import { expect, it } from "vitest";

import { fileableGroups } from "@/lib/data/cash";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { usdText } from "@/lib/domain";

import { importRows } from "./testing/read-into-books";

it("entries that CAPE takes come in groups of one last day of its window; what is not liquidated has none", async () => {
  const { scope } = await aMember();
  const liquidatedOn = (serial: number, liquidated: string) =>
    aReadyRow(entryNumber(serial), { liquidated, status: "Liquidated" });
  await importRows(scope, [
    liquidatedOn(1, "11/01/2026"),
    liquidatedOn(2, "11/01/2026"),
    liquidatedOn(3, "09/02/2026"),
    liquidatedOn(4, "09/01/2026"), // day 81: protest is its way
    aReadyRow(entryNumber(5)),
  ]);
  const { groups, ranges } = await inOrganization(scope, fileableGroups);
  const shown = groups.map(
    ({ lastDay, entries, principal }) => `${lastDay ?? "none"} ${String(entries)} ${usdText(principal)}`,
  );
  expect(shown.sort()).toEqual(["2026-11-21 1 100.00", "2027-01-20 2 200.00", "none 1 100.00"]);
  expect(ranges).toBe(0);
});
