import "server-only";

import { headers } from "next/headers";

import { organizationsOf } from "@/lib/data/memberships";
import { endSession, revokeOtherSessions } from "@/lib/data/sessions";
import { findAccountByEmail } from "@/lib/data/users";
import { err, ok, type Result } from "@/lib/domain";

import { visitorOf } from "./address";
import { BUSY_SECONDS, type Credentials, type SignInProblem } from "./authenticate";
import { normaliseEmail } from "./email";
import { signIn, SignInRefused, signOut } from "./next-auth";
import { HashingIsBusy, hashPassword } from "./password";
import { currentSession } from "./session";
import { ofSignUp, takeAttempt, tooManySentence, type TooManyAttempts } from "./throttle";

/** Said word for word the same for unknown accounts. */
export const signInSentence = (problem: SignInProblem): string =>
  problem.kind === "too-many-attempts"
    ? tooManySentence(problem.seconds)
    : "This e-mail address and password do not belong together.";

/** Where somebody begins: his first organization by name, or the start page while he has none. */
export async function homeOf(userId: string): Promise<string> {
  const [first] = await organizationsOf(userId);
  return first === undefined ? "/" : `/${first.slug}`;
}

/**
 * Signs in and sets the cookie; for server actions only.
 * @returns where to go
 */
export async function signInWithPassword(
  credentials: Credentials,
): Promise<Result<{ home: string }, SignInProblem>> {
  try {
    await signIn("credentials", { ...credentials, redirect: false, redirectTo: "/" });
  } catch (error) {
    if (error instanceof SignInRefused) return err(error.problem);
    throw error;
  }
  const account = await findAccountByEmail(normaliseEmail(credentials.email));
  return ok({ home: account === null ? "/" : await homeOf(account.id) });
}

/** Counts a sign-up against where it comes from, then hashes; for server actions only. */
export async function hashForSignUp(password: string): Promise<Result<string, TooManyAttempts>> {
  const { address } = visitorOf(await headers());
  const taken = await takeAttempt([ofSignUp(address)]);
  if (!taken.ok) return taken;
  try {
    return ok(await hashPassword(password));
  } catch (error) {
    if (error instanceof HashingIsBusy) return err({ kind: "too-many-attempts", seconds: BUSY_SECONDS });
    throw error;
  }
}

/** Ends the session itself before its cookie is cleared; for server actions only. */
export async function endCurrentSession(): Promise<void> {
  const session = await currentSession();
  if (session !== null) await endSession(session.id);
  await signOut({ redirect: false });
}

/** Signs the person out everywhere but here. */
export async function endOtherSessions(): Promise<void> {
  const session = await currentSession();
  if (session) await revokeOtherSessions(session.user.id, session.id);
}
