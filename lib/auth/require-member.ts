import "server-only";

import { notFound } from "next/navigation";
import { cache } from "react";

import { proveMembership } from "@/lib/data/memberships";
import type { LiveSession } from "@/lib/data/sessions";
import { err, ok, type Result } from "@/lib/domain";

import { roleMay, type Permission } from "./permissions";
import { refusal } from "./refusal";
import type { OrgScope } from "./scope";
import { currentSession, requireUser } from "./session";

/** What stands behind a slug for whoever asks. */
export type Membership =
  | { readonly kind: "signed-out" }
  /** No such organization, or one of others: nobody can tell them apart. */
  | { readonly kind: "not-found" }
  | { readonly kind: "member"; readonly scope: OrgScope };

/** Asked once per request, however many layouts, pages and parts need it. */
export const membershipIn = cache(async (orgSlug: string): Promise<Membership> => {
  const session: LiveSession | null = await currentSession();
  if (session === null) return { kind: "signed-out" };
  const scope = await proveMembership(session.user, orgSlug);
  return scope === null ? { kind: "not-found" } : { kind: "member", scope };
});

/**
 * For pages: the proof that this request may see the organization. Signed out, one is sent to sign in.
 * @param orgSlug - from the address, a claim
 * @param next - the page to come back to, when it is not the organization's first
 */
export async function requireMember(orgSlug: string, next = `/${orgSlug}`): Promise<OrgScope> {
  await requireUser(next);
  const membership = await membershipIn(orgSlug);
  return membership.kind === "member" ? membership.scope : notFound();
}

/**
 * For route handlers, which programs call: a status instead of a page to go to.
 * @returns the scope, or the response to answer with: 401 signed out, 404 not one of yours, 403 not for your role
 */
export async function requireMemberForApi(
  orgSlug: string,
  needs: Permission = "entries:read",
): Promise<Result<OrgScope, Response>> {
  const membership = await membershipIn(orgSlug);
  switch (membership.kind) {
    case "signed-out":
      return err(refusal(401, "Sign in first."));
    case "not-found":
      return err(refusal(404, "There is no such organization, or it is not one of yours."));
    case "member":
      return roleMay(membership.scope.role, needs)
        ? ok(membership.scope)
        : err(refusal(403, "Your role in this organization does not allow this."));
  }
}

/** For pages that a role has no use for: to that role they are not there. Actions name what they need instead. */
export function requirePermission(scope: OrgScope, permission: Permission): void {
  if (!roleMay(scope.role, permission)) notFound();
}
