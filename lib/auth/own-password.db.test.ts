import { randomBytes } from "node:crypto";

import { describe, expect, it } from "vitest";

import { createSession, findLiveSession } from "@/lib/data/sessions";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { findAccountByEmail } from "@/lib/data/users";
import { setOwnName, setOwnPassword } from "@/lib/usecases/set-own-account";

import { authenticate } from "./authenticate";
import { hashOfNewPassword } from "./own-password";
import { hashPassword } from "./password";

const OLD = "tariff-lantern-42";
const NEW = "harbour cranes at dusk";

/** Nobody else's attempts are counted against it. */
const someAddress = () => `10.${[...randomBytes(3)].join(".")}`;
const someone = async () => aMember({ passwordHash: await hashPassword(OLD) });

const auditOf = (orgId: string) =>
  asOwner<{ action: string; subject: string; details: object }>(
    "SELECT action, subject, details FROM audit_log WHERE org_id = $1 AND action LIKE 'account.%' ORDER BY id",
    [orgId],
  );

describe("one's own password", () => {
  it("is changed with the current one; every other session ends, and the old password opens nothing", async () => {
    const { scope, account } = await someone();
    const visitor = { address: someAddress(), userAgent: "Browser" };
    const [here, elsewhere] = [
      await createSession(account.id, visitor),
      await createSession(account.id, visitor),
    ];
    const hash = await hashOfNewPassword(scope, { current: OLD, wanted: NEW }, visitor.address);
    if (!hash.ok) throw new Error(hash.problem.kind);
    expect(await setOwnPassword(scope, hash.value, here)).toEqual({ ok: true, value: null });
    expect(await findLiveSession(here)).not.toBeNull();
    expect(await findLiveSession(elsewhere)).toBeNull();
    const signIn = (password: string) => authenticate({ email: account.email, password }, visitor);
    expect(await signIn(OLD)).toEqual({ ok: false, problem: { kind: "wrong-credentials" } });
    expect(await signIn(NEW)).toMatchObject({ ok: true });
    expect(await auditOf(scope.orgId)).toEqual([
      { action: "account.password-changed", subject: account.id, details: {} },
    ]);
  });

  it.each([
    ["another current one", { current: NEW, wanted: NEW }, { kind: "wrong-credentials" }],
    ["none", { current: "", wanted: NEW }, { kind: "wrong-credentials" }],
    [
      "a new one that is too short",
      { current: OLD, wanted: "short" },
      { kind: "unfit", because: "too-short" },
    ],
    [
      "the organization in the new one",
      { current: OLD, wanted: "harborlight 4711" },
      { kind: "unfit", because: "contains-name" },
    ],
  ])("is not changed with %s", async (_, typed, problem) => {
    const { scope } = await someone();
    expect(await hashOfNewPassword(scope, typed, someAddress())).toEqual({ ok: false, problem });
  });

  it("is not guessed here either: after a few wrong ones there is a wait", async () => {
    const { scope } = await someone();
    const kinds: string[] = [];
    for (let time = 0; time < 7; time++) {
      const answer = await hashOfNewPassword(scope, { current: "a wrong guess", wanted: NEW }, someAddress());
      if (!answer.ok) kinds.push(answer.problem.kind);
    }
    expect(kinds.at(0)).toBe("wrong-credentials");
    expect(kinds.at(-1)).toBe("too-many-attempts");
  });
});

describe("one's own name", () => {
  it("is changed, and the audit log has both", async () => {
    const { scope, account } = await someone();
    expect(await setOwnName(scope, "Ana Reyes-Lind")).toEqual({ ok: true, value: null });
    expect(await findAccountByEmail(account.email)).toMatchObject({ name: "Ana Reyes-Lind" });
    await setOwnName(scope, "Ana Reyes-Lind");
    expect(await auditOf(scope.orgId)).toEqual([
      {
        action: "account.name-changed",
        subject: account.id,
        details: { from: "Ana Reyes", to: "Ana Reyes-Lind" },
      },
    ]);
  });
});
