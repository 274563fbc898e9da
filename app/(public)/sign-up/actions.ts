"use server";

import { redirect, unstable_rethrow } from "next/navigation";

import type { ActionState } from "@/lib/auth/action-state";
import { failed, failedFields, readForm } from "@/lib/auth/form";
import { registration } from "@/lib/auth/registration";
import { hashForSignUp, signInSentence, signInWithPassword } from "@/lib/auth/sign-in";
import { sorrySentence } from "@/lib/auth/unexpected";
import { signUp } from "@/lib/usecases/sign-up";

/**
 * Answers the same whether or not the address has an account: the same work (one hash, one transaction, one sign-in),
 * and the same way to the sign-in page, which sends on whoever is signed in and tells the others, in one sentence for
 * all, to use the password they have. An existing account keeps its password, its name and its organizations; its
 * owner, who signs up twice by mistake with his own password, is simply signed in.
 *
 * What a server without e-mail cannot hide is that the new password opens a new account and not an old one. Finding
 * out costs a sign-in, which is counted against the account and the address, and leaves an account behind.
 */
export async function signUpAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  try {
    const read = registration.safeParse(readForm(form));
    if (!read.success) return failedFields(read.error, form);
    const { password, ...person } = read.data;
    const passwordHash = await hashForSignUp(password);
    if (!passwordHash.ok) return failed(signInSentence(passwordHash.problem), form);
    await signUp({ ...person, passwordHash: passwordHash.value }); // taken or not: see above
    await signInWithPassword({ email: person.email, password });
    return redirect("/sign-in?from=sign-up");
  } catch (error) {
    unstable_rethrow(error);
    return failed(sorrySentence(error, "A sign-up"), form);
  }
}
