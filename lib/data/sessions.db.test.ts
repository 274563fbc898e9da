import { describe, expect, it } from "vitest";

import { prisma } from "./database";
import {
  createSession,
  endSession,
  findLiveSession,
  revokeOtherSessions,
  revokeSession,
  sessionsOf,
} from "./sessions";
import { aMember } from "./testing/a-member";

const START = new Date("2026-11-22T08:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const after = (milliseconds: number): Date => new Date(START.getTime() + milliseconds);
const DESK = { address: "203.0.113.9", userAgent: "Desk browser" };
const PHONE = { address: "203.0.113.10", userAgent: "Phone browser" };

async function signedIn() {
  const { account } = await aMember();
  return { account, id: await createSession(account.id, DESK, START) };
}

/** A page every `milliseconds`, as long as the session takes it. */
async function keepBusy(id: string, milliseconds: number, until: number) {
  for (let at = 0; at <= until; at += milliseconds) await findLiveSession(id, after(at));
}

describe("a session", () => {
  it("tells whose it is", async () => {
    const { account, id } = await signedIn();
    expect(await findLiveSession(id, START)).toEqual({ id, user: account });
  });

  it.each([
    [12 * HOUR, true, "twelve hours are allowed"],
    [12 * HOUR + 1, false, "it was idle for longer than twelve hours"],
  ])("left alone for %i ms lives: %s, because %s", async (idle, lives) => {
    const { id } = await signedIn();
    expect((await findLiveSession(id, after(idle))) !== null).toBe(lives);
  });

  it("counts idle time from when it was last seen", async () => {
    const { id } = await signedIn();
    await findLiveSession(id, after(11 * HOUR));
    expect(await findLiveSession(id, after(23 * HOUR))).not.toBeNull();
  });

  it.each([
    [7 * DAY, true, "seven days are allowed"],
    [7 * DAY + 1, false, "no session is older than seven days, however busy"],
  ])("used all the time, at %i ms lives: %s, because %s", async (age, lives) => {
    const { id } = await signedIn();
    await keepBusy(id, 6 * HOUR, 7 * DAY - HOUR);
    expect((await findLiveSession(id, after(age))) !== null).toBe(lives);
  });

  it("notes that it was seen at most once a minute", async () => {
    const { id } = await signedIn();
    const lastSeen = async () => (await prisma.session.findUniqueOrThrow({ where: { id } })).lastSeenAt;
    await findLiveSession(id, after(59_999));
    expect(await lastSeen()).toEqual(START);
    await findLiveSession(id, after(60_000));
    expect(await lastSeen()).toEqual(after(60_000));
  });

  it("is over as soon as it is ended, for every copy of its cookie", async () => {
    const { id } = await signedIn();
    await endSession(id, after(HOUR));
    expect(await findLiveSession(id, after(HOUR))).toBeNull();
    expect(await findLiveSession(id, START)).toBeNull();
  });

  it("can be ended by its owner, and by nobody else", async () => {
    const { account, id } = await signedIn();
    const other = await aMember();
    await revokeSession(other.account.id, id, START);
    expect(await findLiveSession(id, START)).not.toBeNull();
    await revokeSession(account.id, id, START);
    expect(await findLiveSession(id, START)).toBeNull();
  });

  it("stays when one ends all the others, and so do other people's", async () => {
    const { account, id: kept } = await signedIn();
    const phone = await createSession(account.id, PHONE, START);
    const { id: foreign } = await signedIn();
    await revokeOtherSessions(account.id, kept, START);
    expect(await findLiveSession(phone, START)).toBeNull();
    expect(await findLiveSession(kept, START)).not.toBeNull();
    expect(await findLiveSession(foreign, START)).not.toBeNull();
  });

  it("shows in the list of one's own while it lives, the latest seen first", async () => {
    const { account, id: desk } = await signedIn();
    const phone = await createSession(account.id, PHONE, after(HOUR));
    const ended = await createSession(account.id, PHONE, after(2 * HOUR));
    await endSession(ended);
    expect(await sessionsOf(account.id, after(2 * HOUR))).toEqual([
      { id: phone, ...PHONE, createdAt: after(HOUR), lastSeenAt: after(HOUR) },
      { id: desk, ...DESK, createdAt: START, lastSeenAt: START },
    ]);
    expect((await sessionsOf(account.id, after(12 * HOUR + 1))).map(({ id }) => id)).toEqual([phone]);
  });
});
