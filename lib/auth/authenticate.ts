import "server-only";

import { now } from "@/lib/clock";
import { createSession, type Visitor } from "@/lib/data/sessions";
import { findAccountByEmail, type Account } from "@/lib/data/users";
import { err, ok, type Result } from "@/lib/domain";

import { EMAIL_CHARACTERS_MAX, normaliseEmail } from "./email";
import { HashingIsBusy, verifyPassword } from "./password";
import { PASSWORD_CHARACTERS_MAX } from "./password-policy";
import { forgiveAttempts, ofAccount, ofAddress, takeAttempt, type TooManyAttempts } from "./throttle";

export type Credentials = { readonly email: string; readonly password: string };

export type SignInProblem = { readonly kind: "wrong-credentials" } | TooManyAttempts;

/** By then whoever was before has had his turn. */
export const BUSY_SECONDS = 5;

/** What differs in a test: the time, and a password check that counts how often it is asked. */
type Surroundings = { readonly at?: Date; readonly verify?: typeof verifyPassword };

/**
 * Turns an e-mail address and a password into a session row. Every way of signing in comes through here: the form, and
 * next-auth's own endpoint. Whether the account exists shows in nothing: not in the answer, not in the count of
 * attempts, not in the work, which is one query and one hash either way.
 */
export async function authenticate(
  credentials: Credentials,
  visitor: Visitor,
  { at = now(), verify = verifyPassword }: Surroundings = {},
): Promise<Result<{ sessionId: string }, SignInProblem>> {
  const proven = await provePassword(credentials, visitor.address, verify);
  if (!proven.ok) return proven;
  return ok({ sessionId: await createSession(proven.value.id, visitor, at) });
}

/** The account whose password this is. Counts as an attempt, wherever it is asked. */
export async function provePassword(
  { email, password }: Credentials,
  visitorAddress: string,
  verify = verifyPassword,
): Promise<Result<Account, SignInProblem>> {
  const normalised = normaliseEmail(email);
  if (!couldBeRight(normalised, password)) return err({ kind: "wrong-credentials" });
  const account = ofAccount(normalised);
  const address = ofAddress(visitorAddress);
  const taken = await takeAttempt([account, address]);
  if (!taken.ok) return taken;
  try {
    const found = await findAccountByEmail(normalised);
    const matches = await verify(found?.passwordHash ?? null, password);
    if (found === null || !matches) return err({ kind: "wrong-credentials" });
    await forgiveAttempts(account, address);
    return ok({ id: found.id, email: found.email, name: found.name });
  } catch (error) {
    if (error instanceof HashingIsBusy) return err({ kind: "too-many-attempts", seconds: BUSY_SECONDS });
    throw error;
  }
}

/** What no account can have is answered without work: that tells of the typing, not of accounts. */
const couldBeRight = (email: string, password: string): boolean =>
  email !== "" &&
  email.length <= EMAIL_CHARACTERS_MAX &&
  !email.includes("\0") && // Postgres' text cannot hold it
  password !== "" &&
  Array.from(password).length <= PASSWORD_CHARACTERS_MAX;
