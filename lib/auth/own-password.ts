import "server-only";

import { err, ok, type Result } from "@/lib/domain";

import { BUSY_SECONDS, provePassword, type SignInProblem } from "./authenticate";
import { HashingIsBusy, hashPassword } from "./password";
import { passwordProblem, PASSWORD_SENTENCE, type PasswordProblem } from "./password-policy";
import type { OrgScope } from "./scope";
import { tooManySentence } from "./throttle";

export type OwnPasswordProblem =
  SignInProblem | { readonly kind: "unfit"; readonly because: PasswordProblem };

/** Of the current password nothing is said but that it is another. */
export function ownPasswordSentence(problem: OwnPasswordProblem): string {
  switch (problem.kind) {
    case "wrong-credentials":
      return "This is not your current password.";
    case "too-many-attempts":
      return tooManySentence(problem.seconds);
    case "unfit":
      return PASSWORD_SENTENCE[problem.because];
  }
}

/**
 * The hash to store instead of the one that is there. Asks for the current password, because a session left open on a
 * desk must not become an account; guessing it here is slowed as it is at the door.
 */
export async function hashOfNewPassword(
  { userEmail, orgName }: OrgScope,
  { current, wanted }: { readonly current: string; readonly wanted: string },
  visitorAddress: string,
): Promise<Result<string, OwnPasswordProblem>> {
  const proven = await provePassword({ email: userEmail, password: current }, visitorAddress);
  if (!proven.ok) return proven;
  const context = { email: userEmail, name: proven.value.name, organization: orgName };
  const because = passwordProblem(wanted, context);
  if (because !== null) return err({ kind: "unfit", because });
  try {
    return ok(await hashPassword(wanted));
  } catch (error) {
    if (error instanceof HashingIsBusy) return err({ kind: "too-many-attempts", seconds: BUSY_SECONDS });
    throw error;
  }
}
