import "server-only";

import { createHash } from "node:crypto";

import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { pool } from "@/lib/data/database";
import { err, ok, type Result } from "@/lib/domain";

import { networkOf } from "./address";

/** How many attempts are free, and how long they count from the first of them. */
const ALLOWANCE = {
  /** One person, typing from memory. */
  account: { free: 5, seconds: 24 * 3600 },
  /** An office behind one address, all of it. Successes are given back. */
  address: { free: 20, seconds: 3600 },
  /** New accounts, whether or not the e-mail address had one. */
  "sign-up": { free: 50, seconds: 3600 },
} as const;
type Kind = keyof typeof ALLOWANCE;

/** Whose attempts are counted. Keys are hashed: people type passwords into the wrong field. */
export type Subject = { readonly kind: Kind; readonly key: string };

export type TooManyAttempts = { readonly kind: "too-many-attempts"; readonly seconds: number };

export const tooManySentence = (seconds: number): string =>
  `Too many attempts. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;

const FIRST_WAIT_SECONDS = 5;
/** No longer: whoever locks somebody out by guessing wrong for him keeps him out for five minutes at most. */
const LONGEST_WAIT_SECONDS = 300;

const TABLE = { storeClient: pool, storeType: "pool", tableName: "sign_in_limits", tableCreated: true };

/** Counts attempts. The limit itself is out of reach: `waits` refuses, not this. */
const attempts = new RateLimiterPostgres({
  ...TABLE,
  keyPrefix: "attempts",
  points: 1_000_000,
  duration: 3600,
});
/** One attempt per waiting time; taking it and being refused it is one atomic statement. */
const waits = new RateLimiterPostgres({
  ...TABLE,
  keyPrefix: "wait",
  points: 1,
  duration: FIRST_WAIT_SECONDS,
});

export const ofAccount = (email: string): Subject => ({
  kind: "account",
  key: createHash("sha256").update(email).digest("base64url"),
});
export const ofAddress = (address: string): Subject => ({ kind: "address", key: networkOf(address) });
export const ofSignUp = (address: string): Subject => ({ kind: "sign-up", key: networkOf(address) });

/** How long the attempt after this one must wait: 5, 10, 20 … 300 seconds once the free ones are used up. */
export function waitSecondsAfter(attempt: number, kind: Kind): number {
  const beyond = attempt - ALLOWANCE[kind].free;
  return beyond <= 0 ? 0 : Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (beyond - 1));
}

/**
 * Counts an attempt before it is made, so that a hundred guesses sent at once do not all pass. While a subject waits,
 * attempts are refused uncounted: knocking does not prolong the wait. Asks nothing of accounts, so it is the same for
 * those that do not exist.
 */
export async function takeAttempt(subjects: readonly Subject[]): Promise<Result<null, TooManyAttempts>> {
  const waiting = await Promise.all(subjects.map(secondsLeft));
  const longest = Math.max(...waiting);
  if (longest > 0) return err({ kind: "too-many-attempts", seconds: longest });
  for (const subject of subjects) {
    const refused = await countAttempt(subject);
    if (refused > 0) return err({ kind: "too-many-attempts", seconds: refused });
  }
  return ok(null);
}

/** The right password: the account starts anew, and the address gets this attempt back. */
export async function forgiveAttempts(account: Subject, address: Subject): Promise<void> {
  await Promise.all([
    attempts.delete(nameOf(account)),
    waits.delete(nameOf(account)),
    attempts.reward(nameOf(address)),
  ]);
}

const nameOf = ({ kind, key }: Subject): string => `${kind}:${key}`;
const inSeconds = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));

async function secondsLeft(subject: Subject): Promise<number> {
  const wait = await waits.get(nameOf(subject));
  return wait === null ? 0 : inSeconds(wait);
}

/** @returns the seconds to wait when another attempt was quicker to take the only one of this waiting time, else 0 */
async function countAttempt(subject: Subject): Promise<number> {
  const { consumedPoints } = await attempts.penalty(nameOf(subject), 1, {
    customDuration: ALLOWANCE[subject.kind].seconds,
  });
  const wait = waitSecondsAfter(consumedPoints, subject.kind);
  if (wait === 0) return 0;
  try {
    await waits.consume(nameOf(subject), 1, { customDuration: wait });
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return inSeconds(refused);
    throw refused;
  }
}
