/** A second person's yes: who, when (ISO 8601), and the SHA-256 of what was signed. */
export type SignedContent = { readonly name: string; readonly at: string; readonly contentSha256: string };

/**
 * Where the sign-off of a declaration stands. `fallen`: what was signed is not what would be filed now, so the yes does
 * not count for it.
 */
export type SignOff =
  | { readonly kind: "not-needed" }
  | { readonly kind: "missing" }
  | ({ readonly kind: "fallen" } & SignedContent)
  | ({ readonly kind: "signed" } & SignedContent);

/**
 * @param needed - the organization demands a second person
 * @param last - the latest yes, of whatever content
 */
export function signOffOf(needed: boolean, last: SignedContent | null, contentSha256: string): SignOff {
  if (last?.contentSha256 === contentSha256) return { kind: "signed", ...last };
  if (!needed) return { kind: "not-needed" };
  return last === null ? { kind: "missing" } : { kind: "fallen", ...last };
}

/** True when no second person has to be waited for. */
export const isSignedOff = ({ kind }: SignOff): boolean => kind === "signed" || kind === "not-needed";

/** The approver is nobody who prepared: neither who built the draft nor who attested one of its points. */
export const maySignOff = (userId: string, preparers: readonly string[]): boolean =>
  !preparers.includes(userId);
