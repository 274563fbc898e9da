import { randomUUID } from "node:crypto";

import type { Tenant } from "../tenant";

/** A row in each table of deadlines, calendars, digests, payments and invitations; the entry ZZX10000011 must be screened. */
export async function addRowsAfterFiling({ orgId, userId, db }: Tenant): Promise<void> {
  const setId = randomUUID();
  await db.clockSet.create({
    data: {
      ...{
        orgId,
        setId,
        kind: "cape-window",
        runs: true,
        takesAway: true,
        estimated: false,
        disputed: false,
      },
      ...{ countedFrom: new Date("2026-11-01"), lastDay: new Date("2027-01-20") },
    },
  });
  await db.screening.update({
    where: { orgId_entryNumber: { orgId, entryNumber: "ZZX10000011" } },
    data: { clocks: setId },
  });
  await db.digestSetting.create({ data: { orgId, userId, linkKey: "0".repeat(64) } });
  await db.digest.create({
    data: { orgId, userId, period: new Date("2026-11-16"), content: {}, mail: "none" },
  });
  await db.paymentAttestation.create({
    data: {
      ...{ orgId, importerNumber: "89-123456700", point: "ach-refund", holds: true, note: "" },
      ...{ userId, userName: "A" },
    },
  });
  await db.calendarFeed.create({ data: { orgId, userId, secretHash: "0".repeat(64) } });
  await db.calendarEvent.create({
    data: { orgId, day: new Date("2027-01-20"), kind: "cape-window", entries: 1, atRisk: "1", ranges: 0 },
  });
  await db.invitation.create({
    data: {
      ...{ orgId, id: randomUUID(), email: "cy@test.example", role: "viewer", secretHash: "0".repeat(64) },
      ...{ invitedBy: userId, invitedAt: new Date("2026-11-22"), expiresAt: new Date("2026-11-29") },
    },
  });
}
