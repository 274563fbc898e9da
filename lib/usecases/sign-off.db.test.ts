import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";

import { attestPoint } from "./attest-point";
import { viewDeclaration } from "./declaration-readiness";
import { evidencePacket } from "./evidence-packet";
import { freezeDeclaration } from "./freeze-declaration";
import { setFilingTerms } from "./set-filing-right";
import { signOffDeclaration } from "./sign-off-declaration";
import { aDraft, attestAll, NUMBERS } from "./testing/a-declaration";
import { importRows } from "./testing/read-into-books";

/** Ana prepares; Cy may sign. */
async function withADraft() {
  const first = await aMember();
  const cy = await aMember({ beside: first, role: "preparer" });
  await importRows(
    first.scope,
    NUMBERS.map((number) => aReadyRow(number)),
  );
  await setFilingTerms(first.scope, { mergesImporters: false, needsSignOff: true });
  const id = await aDraft(first.scope);
  await attestAll(first.scope, id);
  return { ana: first.scope, cy: cy.scope, id };
}

const view = async (scope: OrgScope, id: string) => {
  const found = await inOrganization(scope, (t) => viewDeclaration(t, id));
  if (!found) throw new Error("gone");
  return found;
};
const sign = async (scope: OrgScope, id: string) =>
  signOffDeclaration(scope, id, (await view(scope, id)).contentSha256);

describe("the sign-off that an organization demands", () => {
  it("holds the file back until a second person gave it, and stands in the record for good", async () => {
    const { ana, cy, id } = await withADraft();
    expect((await view(ana, id)).signOff).toEqual({ kind: "missing" });
    expect(await freezeDeclaration(ana, id)).toEqual({ ok: false, problem: { kind: "not-signed-off" } });
    expect(await sign(cy, id)).toEqual({ ok: true, value: null });
    expect(await freezeDeclaration(ana, id)).toEqual({ ok: true, value: null });
    expect((await view(ana, id)).signOff).toMatchObject({ kind: "signed", name: "Ana Reyes" });
    expect((await evidencePacket(ana, id))?.declaration.signedOff).toMatch(/^Ana Reyes, \d{4}-\d\d-\d\d/);
    const audited = await asOwner<{ action: string; actor_id: string }>(
      "SELECT action, actor_id FROM audit_log WHERE org_id = $1 AND subject = $2 AND action LIKE '%signed-off'",
      [ana.orgId, id],
    );
    expect(audited).toEqual([{ action: "declaration.signed-off", actor_id: cy.userId }]);
  });

  it("is refused to who built the draft, and to who attested one of its points", async () => {
    const { ana, cy, id } = await withADraft();
    expect(await sign(ana, id)).toEqual({ ok: false, problem: { kind: "prepared-it-oneself" } });
    const later = await aDraftAttestedBy(cy, ana, id);
    expect(await sign(cy, later)).toEqual({ ok: false, problem: { kind: "prepared-it-oneself" } });
  });

  it("is refused while a point is open, and for another content than stands there", async () => {
    const { cy, id } = await withADraft();
    expect(await signOffDeclaration(cy, id, "0".repeat(64))).toEqual({
      ok: false,
      problem: { kind: "content-changed" },
    });
    await asOwner("DELETE FROM declaration_attestations WHERE declaration_id = $1 AND point = 12", [id]);
    expect(await sign(cy, id)).toEqual({ ok: false, problem: { kind: "not-ready" } });
  });

  it("falls when an amount of the draft changes, and is given anew", async () => {
    const { ana, cy, id } = await withADraft();
    await sign(cy, id);
    await importRows(ana, [aReadyRow(NUMBERS[0]!, { ordinal: "2", hts: "99030125", duty: "50.00" })]);
    expect((await view(ana, id)).signOff).toMatchObject({ kind: "fallen", name: "Ana Reyes" });
    expect(await freezeDeclaration(ana, id)).toEqual({ ok: false, problem: { kind: "not-signed-off" } });
    await sign(cy, id);
    expect(await freezeDeclaration(ana, id)).toEqual({ ok: true, value: null });
  });

  it("is asked of no declaration of an organization that does not demand it", async () => {
    const { ana, id } = await withADraft();
    await setFilingTerms(ana, { mergesImporters: false, needsSignOff: false });
    expect((await view(ana, id)).signOff).toEqual({ kind: "not-needed" });
    expect(await freezeDeclaration(ana, id)).toEqual({ ok: true, value: null });
  });

  it("can be changed or taken back by nobody", async () => {
    const { cy, id } = await withADraft();
    await sign(cy, id);
    await expect(
      asOwner("UPDATE declaration_sign_offs SET user_name = 'x' WHERE declaration_id = $1", [id]),
    ).rejects.toThrow("append-only");
  });

  it("is of nobody in another organization", async () => {
    const { id } = await withADraft();
    const { scope } = await aMember();
    expect(await signOffDeclaration(scope, id, "0".repeat(64))).toEqual({
      ok: false,
      problem: { kind: "declaration-not-found" },
    });
  });
});

/** The same draft, one of its points attested by somebody else. */
async function aDraftAttestedBy(attester: OrgScope, owner: OrgScope, id: string): Promise<string> {
  await asOwner(
    "DELETE FROM declaration_attestations WHERE org_id = $1 AND declaration_id = $2 AND point = 2",
    [owner.orgId, id],
  );
  const attested = await attestPoint(attester, id, "ace-account", "Logged in on 20 November.");
  if (!attested.ok) throw new Error(attested.problem.kind);
  return id;
}
