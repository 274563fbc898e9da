import { beforeAll, describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember, type Member } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { usdText } from "@/lib/domain";

import { makeCalendarAddress, revokeCalendarAddress } from "./calendar-address";
import { readToken, toToken } from "./secret-link";
import { readCalendar } from "./read-calendar";
import { importRows } from "./testing/read-into-books";

const liquidatedOn = (serial: number, date: string) =>
  aReadyRow(entryNumber(serial), { liquidated: date, status: "Liquidated" });

async function addressOf(scope: OrgScope): Promise<string> {
  const made = await makeCalendarAddress(scope);
  if (!made.ok) throw new Error("no address");
  return /\/api\/calendar\/([^/]+)\.ics$/.exec(made.value)![1]!;
}

const eventsAt = async (token: string) =>
  (await readCalendar(token))?.events.map(
    ({ day, kind, entries, atRisk, sequence, cancelled }) =>
      `${day} ${kind} ${String(entries)} ${usdText(atRisk)} #${String(sequence)}${cancelled ? " cancelled" : ""}`,
  );

describe("a calendar behind a secret address", () => {
  let ana: Member;
  let token: string;

  beforeAll(async () => {
    ana = await aMember();
    await importRows(ana.scope, [liquidatedOn(1, "11/01/2026"), liquidatedOn(2, "11/01/2026")]);
    token = await addressOf(ana.scope);
  });

  it("shows an event for each last day that takes something away, and the same again when nothing changed", async () => {
    const first = await readCalendar(token);
    expect(await eventsAt(token)).toEqual(["2027-01-20 cape-window 2 200.00 #0"]);
    expect(await readCalendar(token)).toEqual(first);
  });

  it("revises an event when facts change, and cancels it when nothing ends any more", async () => {
    const before = (await readCalendar(token))!.events[0]!.changedAt;
    await importRows(ana.scope, [liquidatedOn(3, "11/01/2026"), liquidatedOn(4, "11/02/2026")]);
    expect(await eventsAt(token)).toEqual([
      "2027-01-20 cape-window 3 300.00 #1",
      "2027-01-21 cape-window 1 100.00 #0",
    ]);
    expect((await readCalendar(token))!.events[0]!.changedAt.getTime()).toBeGreaterThan(before.getTime());

    await asOwner("UPDATE clock_sets SET takes_away = false WHERE org_id = $1 AND last_day = '2027-01-21'", [
      ana.scope.orgId,
    ]);
    expect(await eventsAt(token)).toEqual([
      "2027-01-20 cape-window 3 300.00 #1",
      "2027-01-21 cape-window 1 100.00 #1 cancelled",
    ]);
    await asOwner("UPDATE clock_sets SET takes_away = true WHERE org_id = $1 AND last_day = '2027-01-21'", [
      ana.scope.orgId,
    ]);
    expect((await eventsAt(token))![1]).toBe("2027-01-21 cape-window 1 100.00 #2");
  });

  it("leaves a day that has passed as it was, and forgets it after a month", async () => {
    for (const day of ["2026-11-20", "2026-10-01"])
      await asOwner(
        "INSERT INTO calendar_events (org_id, day, kind, entries, at_risk, ranges) VALUES ($1, $2, 'protest', 1, 5, 0)",
        [ana.scope.orgId, day],
      );
    const days = (await eventsAt(token))!;
    expect(days).toContain("2026-11-20 protest 1 5.00 #0");
    expect(days.join()).not.toContain("2026-10-01");
  });

  it("keeps a hash and not the secret", async () => {
    const [row] = await asOwner<{ secret_hash: string }>("SELECT * FROM calendar_feeds WHERE org_id = $1", [
      ana.scope.orgId,
    ]);
    expect(JSON.stringify(row)).not.toContain(readToken(token)!.secret.toString("hex"));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("is opened by its own secret alone", async () => {
    const bo = await aMember();
    const bos = await addressOf(bo.scope);
    const { secret } = readToken(bos)!;
    expect(await readCalendar(bos)).toMatchObject({ scope: { orgId: bo.scope.orgId }, events: [] });
    for (const [orgId, userId] of [
      [ana.scope.orgId, ana.scope.userId],
      [ana.scope.orgId, bo.scope.userId],
      [bo.scope.orgId, ana.scope.userId],
    ] as const)
      expect(await readCalendar(toToken({ orgId, id: userId, secret }))).toBeNull();
    expect(await readCalendar("nothing")).toBeNull();
  });

  it("is of one person: a colleague has an address of his own, and none before he asks", async () => {
    const colleague = await aMember({ beside: ana, role: "viewer" });
    const { secret } = readToken(token)!;
    const { orgId, userId } = colleague.scope;
    expect(await readCalendar(toToken({ orgId, id: userId, secret }))).toBeNull();
    expect(await eventsAt(await addressOf(colleague.scope))).toEqual(await eventsAt(token));
  });

  it("does not answer under a replaced or revoked address, nor to somebody who is no member any more", async () => {
    const next = await addressOf(ana.scope);
    expect(await readCalendar(token)).toBeNull();
    expect(await readCalendar(next)).not.toBeNull();
    await revokeCalendarAddress(ana.scope);
    expect(await readCalendar(next)).toBeNull();

    const last = await addressOf(ana.scope);
    await asOwner("DELETE FROM memberships WHERE org_id = $1 AND user_id = $2", [
      ana.scope.orgId,
      ana.scope.userId,
    ]);
    expect(await readCalendar(last)).toBeNull();
  });
});
