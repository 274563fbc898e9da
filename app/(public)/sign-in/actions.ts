"use server";

import { redirect, unstable_rethrow } from "next/navigation";
import { z } from "zod";

import type { ActionState } from "@/lib/auth/action-state";
import { failed, failedFields, readForm } from "@/lib/auth/form";
import { safeNext } from "@/lib/auth/safe-next";
import { endCurrentSession, signInSentence, signInWithPassword } from "@/lib/auth/sign-in";
import { sorrySentence } from "@/lib/auth/unexpected";

// Says only what is missing: what an address or a password must look like is asked of new ones.
const credentials = z.object({
  email: z.string("Enter your e-mail address.").min(1, "Enter your e-mail address."),
  password: z.string("Enter your password.").min(1, "Enter your password."),
  next: z.string().optional(),
});

export async function signInAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  try {
    const read = credentials.safeParse(readForm(form));
    if (!read.success) return failedFields(read.error, form);
    const { email, password, next } = read.data;
    const signedIn = await signInWithPassword({ email, password });
    if (!signedIn.ok) return failed(signInSentence(signedIn.problem), form);
    return redirect(safeNext(next) ?? signedIn.value.home);
  } catch (error) {
    unstable_rethrow(error);
    return failed(sorrySentence(error, "A sign-in"), form);
  }
}

/** Ends the session on the server; a copy of the cookie is worth nothing from now on. */
export async function signOutAction(): Promise<void> {
  await endCurrentSession();
  redirect("/sign-in");
}
