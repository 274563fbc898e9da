import "server-only";

import { now } from "@/lib/clock";

import { prisma } from "./database";
import type { Account } from "./users";

const HOUR = 3_600_000;
/** Without a request for longer than this, a session is over (ASVS 5.0 7.3.1). */
const SESSION_IDLE_MILLISECONDS = 12 * HOUR;
/** However busy, a session is over after this (ASVS 5.0 7.3.2). */
export const SESSION_MILLISECONDS_MAX = 7 * 24 * HOUR;
/** A page asks for many things at once; writing the time at each would write for nothing. */
const TOUCH_EVERY_MILLISECONDS = 60_000;

/** Where a sign-in came from, as its own list of sessions shows it. */
export type Visitor = { readonly address: string; readonly userAgent: string };

export type LiveSession = { readonly id: string; readonly user: Account };

/** A row for the list of one's own sessions. */
export type SessionOfUser = Visitor & {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

const before = (at: Date, milliseconds: number): Date => new Date(at.getTime() - milliseconds);

/** Both limits included: at exactly 12 hours or 7 days a session still lives. */
const living = (at: Date) => ({
  revokedAt: null,
  lastSeenAt: { gte: before(at, SESSION_IDLE_MILLISECONDS) },
  createdAt: { gte: before(at, SESSION_MILLISECONDS_MAX) },
});

/** @returns the id, which the cookie carries and nothing else of the session */
export async function createSession(userId: string, visitor: Visitor, at = now()): Promise<string> {
  const data = { userId, ...visitor, createdAt: at, lastSeenAt: at };
  const { id } = await prisma.session.create({ data, select: { id: true } });
  return id;
}

/** The session while it lives: not revoked, not idle too long, not too old. Notes that it was seen. */
export async function findLiveSession(id: string, at = now()): Promise<LiveSession | null> {
  const row = await prisma.session.findFirst({
    where: { id, ...living(at) },
    select: { id: true, lastSeenAt: true, user: { select: { id: true, email: true, name: true } } },
  });
  if (row === null) return null;
  const touchBefore = before(at, TOUCH_EVERY_MILLISECONDS);
  if (row.lastSeenAt <= touchBefore) {
    // Asked again in the statement: two requests at once write once, and neither revives a session just ended.
    const due = { id, revokedAt: null, lastSeenAt: { lte: touchBefore } };
    await prisma.session.updateMany({ where: due, data: { lastSeenAt: at } });
  }
  return { id: row.id, user: row.user };
}

/** The living sessions of one person, the latest seen first. */
export const sessionsOf = (userId: string, at = now()): Promise<SessionOfUser[]> =>
  prisma.session.findMany({
    where: { userId, ...living(at) },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: { id: true, createdAt: true, lastSeenAt: true, address: true, userAgent: true },
  });

/** Ends one of somebody's own sessions at once; another person's is not found. */
export async function revokeSession(userId: string, sessionId: string, at = now()): Promise<void> {
  await prisma.session.updateMany({
    where: { id: sessionId, userId, revokedAt: null },
    data: { revokedAt: at },
  });
}

/** Signing out: from now on the cookie that names this session is worth nothing, and so is every copy of it. */
export async function endSession(sessionId: string, at = now()): Promise<void> {
  await prisma.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: at } });
}

/** Ends all of somebody's sessions but the one in use. */
export async function revokeOtherSessions(userId: string, keptSessionId: string, at = now()): Promise<void> {
  await prisma.session.updateMany({
    where: { userId, id: { not: keptSessionId }, revokedAt: null },
    data: { revokedAt: at },
  });
}
