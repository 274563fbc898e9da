import { randomUUID } from "node:crypto";

import { recordAudit } from "@/lib/data/audit";
import { createOrganization } from "@/lib/data/memberships";
import { asNewOrganization } from "@/lib/data/tenant";
import { isUniqueViolation } from "@/lib/data/unique-violation";
import { createAccount, isEmailTaken } from "@/lib/data/users";
import { err, ok, type Result } from "@/lib/domain";

import { slugCandidates } from "./organization-slug";

export type Registration = {
  /** Normalised. */
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly organization: string;
};

/** Of no concern to the person who signs up: an account that is there stays as it is. See the action. */
export type SignUpProblem = { readonly kind: "email-taken" };

/** Adds a person, an organization that is his, and the record of it; or none of them. */
export async function signUp(
  registration: Registration,
): Promise<Result<{ orgSlug: string }, SignUpProblem>> {
  let collision: unknown;
  for (const slug of slugCandidates(registration.organization)) {
    try {
      return await tryToSignUp(registration, slug);
    } catch (error) {
      // Row-level security hides the organizations that have the slug, so only the unique key can tell.
      if (!isUniqueViolation(error)) throw error;
      collision = error;
    }
  }
  throw collision;
}

function tryToSignUp(
  { email, name, passwordHash, organization }: Registration,
  slug: string,
): Promise<Result<{ orgSlug: string }, SignUpProblem>> {
  const orgId = randomUUID();
  const userId = randomUUID();
  return asNewOrganization(orgId, userId, async (db) => {
    if (await isEmailTaken(db, email)) return err({ kind: "email-taken" });
    const tenant = { orgId, userId, db };
    await createAccount(db, { id: userId, email, name, passwordHash });
    await createOrganization(tenant, { slug, name: organization });
    await recordAudit(tenant, "organization.created", orgId, { slug, name: organization });
    return ok({ orgSlug: slug });
  });
}
