export const ROLES = ["owner", "preparer", "viewer"] as const;
export type Role = (typeof ROLES)[number];

declare const proven: unique symbol;

/** Proof that a signed-in user is a member of an organization. Only `lib/data/memberships.ts` makes one. */
export type OrgScope = {
  readonly orgId: string;
  readonly orgSlug: string;
  readonly orgName: string;
  readonly userId: string;
  readonly userEmail: string;
  readonly role: Role;
  readonly [proven]: true;
};
