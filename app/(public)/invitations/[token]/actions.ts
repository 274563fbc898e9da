"use server";

import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { z } from "zod";

import type { ActionState } from "@/lib/auth/action-state";
import { visitorOf } from "@/lib/auth/address";
import { failed, failedFields, readForm } from "@/lib/auth/form";
import { registration } from "@/lib/auth/registration";
import { takeRequest } from "@/lib/auth/request-limit";
import { safeNext } from "@/lib/auth/safe-next";
import { currentSession } from "@/lib/auth/session";
import { endCurrentSession, hashForSignUp, signInSentence, signInWithPassword } from "@/lib/auth/sign-in";
import { sorrySentence } from "@/lib/auth/unexpected";
import { acceptInvitation, readInvitation, signUpInvited } from "@/lib/usecases/accept-invitation";
import { ACCEPT_PROBLEM_WORDS } from "@/lib/wording/members";

/** Missing or strange, it opens nothing: as any other that is not in force. */
const tokenField = z.string().catch("");

const tokenIn = (form: FormData): string => tokenField.parse(readForm(form).token);

/** Without a membership: the secret link and the account of the invited address are the permission. */
export async function acceptInvitationAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  try {
    if (await isTooMuch()) return failed(ACCEPT_PROBLEM_WORDS["too-many"], form);
    const session = await currentSession();
    if (session === null) return failed(ACCEPT_PROBLEM_WORDS["signed-out"], form);
    const joined = await acceptInvitation(tokenIn(form), session.user);
    if (!joined.ok) return failed(ACCEPT_PROBLEM_WORDS[joined.problem.kind], form);
    return redirect(`/${joined.value.orgSlug}`);
  } catch (error) {
    unstable_rethrow(error);
    return failed(sorrySentence(error, "Accepting an invitation"), form);
  }
}

/** Address and organization are the invitation's: what a form says of them is not read. */
export async function signUpInvitedAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  try {
    if (await isTooMuch()) return failed(ACCEPT_PROBLEM_WORDS["too-many"], form);
    const token = tokenIn(form);
    const invitation = await readInvitation(token);
    if (invitation === null) return failed(ACCEPT_PROBLEM_WORDS["not-in-force"], form);
    const { email, organization } = invitation;
    const read = registration.safeParse({ ...readForm(form), email, organization });
    if (!read.success) return failedFields(read.error, form);
    const { name, password } = read.data;
    const passwordHash = await hashForSignUp(password);
    if (!passwordHash.ok) return failed(signInSentence(passwordHash.problem), form);
    const joined = await signUpInvited(token, { name, passwordHash: passwordHash.value });
    if (!joined.ok) return failed(ACCEPT_PROBLEM_WORDS[joined.problem.kind], form);
    await signInWithPassword({ email, password });
    return redirect(`/${joined.value.orgSlug}`);
  } catch (error) {
    unstable_rethrow(error);
    return failed(sorrySentence(error, "A sign-up by invitation"), form);
  }
}

/** For whoever is signed in with another address; comes back to the invitation. */
export async function signOutForInvitationAction(form: FormData): Promise<void> {
  await endCurrentSession();
  redirect(safeNext(`/invitations/${tokenIn(form)}`) ?? "/");
}

const isTooMuch = async (): Promise<boolean> =>
  (await takeRequest("feed", visitorOf(await headers()).address)) > 0;
