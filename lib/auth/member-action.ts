import "server-only";

import { revalidatePath } from "next/cache";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";

import type { Result } from "@/lib/domain";

import type { ActionState } from "./action-state";
import { failed, failedFields, readForm } from "./form";
import { roleMay, type Permission } from "./permissions";
import { membershipIn } from "./require-member";
import type { OrgScope } from "./scope";
import { currentSession } from "./session";
import { sorrySentence } from "./unexpected";

/** What follows a success: a sentence beside the form, or another page. */
type Done = { readonly sentence: string; readonly shownOnce?: string } | { readonly redirectTo: string };

/** Why the use case said no, in words: of the whole, and of single fields. */
type Refusal = string | { readonly sentence: string; readonly fields: Readonly<Record<string, string>> };

type MemberActionParts<Input extends z.ZodType<{ org: string }>, Value, Problem> = {
  /** `org` is the slug that the form claims. */
  readonly input: Input;
  readonly needs: Permission;
  /** The use case, and nothing else. */
  readonly run: (scope: OrgScope, input: z.output<Input>) => Promise<Result<Value, Problem>>;
  readonly refuse: (problem: Problem, input: z.output<Input>) => Refusal;
  readonly done: (value: Value, scope: OrgScope, input: z.output<Input>) => Done;
  /** The pages that show what changed; those below them are renewed as well. */
  readonly revalidate?: (scope: OrgScope, input: z.output<Input>) => string | readonly string[];
};

/**
 * The one shape of a server action, for `useActionState`: session, zod, permission, use case, revalidate, in this
 * order, with no way around. A fault of ours is logged whole and answered with one sentence.
 */
export function memberAction<Input extends z.ZodType<{ org: string }>, Value, Problem>(
  parts: MemberActionParts<Input, Value, Problem>,
): (previous: ActionState, form: FormData) => Promise<ActionState> {
  return async (_previous, form) => {
    try {
      return await perform(parts, form);
    } catch (error) {
      unstable_rethrow(error); // redirects travel as errors
      return failed(sorrySentence(error, "An action"), form);
    }
  };
}

async function perform<Input extends z.ZodType<{ org: string }>, Value, Problem>(
  { input, needs, run, refuse, done, revalidate }: MemberActionParts<Input, Value, Problem>,
  form: FormData,
): Promise<ActionState> {
  // What was typed stays in the form: signing in again happens in another tab.
  if ((await currentSession()) === null) return failed(SIGNED_OUT, form);
  const read = input.safeParse(readForm(form));
  if (!read.success) return failedFields(read.error, form);
  const membership = await membershipIn(read.data.org);
  if (membership.kind === "signed-out") return failed(SIGNED_OUT, form);
  if (membership.kind === "not-found") return failed("This organization was not found.", form);
  const { scope } = membership;
  if (!roleMay(scope.role, needs)) return failed(NOT_ALLOWED, form);

  const result = await run(scope, read.data);
  if (!result.ok) {
    const refusal = refuse(result.problem, read.data);
    return typeof refusal === "string"
      ? failed(refusal, form)
      : failed(refusal.sentence, form, refusal.fields);
  }
  for (const path of [revalidate?.(scope, read.data) ?? []].flat()) revalidatePath(path, "layout");
  const next = done(result.value, scope, read.data);
  return "redirectTo" in next ? redirect(next.redirectTo) : { kind: "done", ...next };
}

const SIGNED_OUT = "You are signed out. Sign in again in another tab, then send this once more.";
const NOT_ALLOWED = "Your role in this organization does not allow this. An owner can change it.";
