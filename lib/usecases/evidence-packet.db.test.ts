import { describe, expect, it } from "vitest";

import { aMember } from "@/lib/data/testing/a-member";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf } from "@/lib/data/testing/books-of";
import { totalsOf } from "@/lib/packet/packet-totals";

import { evidencePacket } from "./evidence-packet";
import { aDraft, aFrozen, NUMBERS, withReadyEntries } from "./testing/a-declaration";
import { importRows } from "./testing/read-into-books";

describe("the evidence packet of a declaration", () => {
  it("holds the file, every IEEPA line, the interest, the sign-off and the source files", async () => {
    const scope = await withReadyEntries();
    const id = await aFrozen(scope);
    const packet = await evidencePacket(scope, id);
    const [declared] = await asOwner<{ refundable: string; interest: string; file_sha256: string }>(
      "SELECT refundable::text, interest::text, file_sha256 FROM declarations WHERE id = $1",
      [id],
    );
    expect(packet?.csv.sha256).toBe(declared?.file_sha256);
    expect(packet?.entries.map(({ number }) => number)).toEqual(NUMBERS.toSorted());
    const totals = totalsOf(packet?.entries ?? []);
    expect([totals.refundable, totals.interest, totals.uncertain]).toEqual([
      Number(declared?.refundable).toFixed(2),
      declared?.interest,
      0,
    ]);
    for (const entry of packet?.entries ?? []) {
      expect(entry.lines.length).toBeGreaterThan(0);
      expect(entry.reasons.length).toBeGreaterThan(0);
      expect(entry.interestFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(packet?.points).toHaveLength(12);
    expect(packet?.sources).toHaveLength(1);
    expect(packet?.leftOut).toEqual([]);
    expect(await auditOf(scope)).toContain("declaration.packet");
  });

  it("stays as it was frozen, whatever is imported afterwards", async () => {
    const scope = await withReadyEntries();
    const id = await aFrozen(scope);
    const before = await evidencePacket(scope, id);
    await importRows(scope, [aReadyRow(entryNumber(9))]);
    await asOwner("UPDATE screenings SET refundable = 1, lane = 'court' WHERE org_id = $1", [scope.orgId]);
    expect(await evidencePacket(scope, id)).toEqual(before);
  });

  it("is there for nobody else, and not before the file is made", async () => {
    const scope = await withReadyEntries();
    expect(await evidencePacket(scope, await aDraft(scope))).toBeNull();
    const stranger = await aMember();
    expect(await evidencePacket(stranger.scope, await aFrozen(await withReadyEntries()))).toBeNull();
  });
});
