import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";

import { err, ok, type Result } from "@/lib/domain";

import { memberAction } from "./member-action";
import type { Membership } from "./require-member";
import type { OrgScope, Role } from "./scope";

// Next's own functions work inside a Next server only; who is signed in is proven in the tests of `lib/data`.
const next = vi.hoisted(() => ({ revalidatePath: vi.fn(), redirectTo: "" }));
const asking = vi.hoisted(() => ({ membership: { kind: "signed-out" } }));
class Redirect extends Error {}

vi.mock("next/cache", () => ({ revalidatePath: next.revalidatePath }));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    next.redirectTo = path;
    throw new Redirect();
  },
  unstable_rethrow: (error: unknown) => {
    if (error instanceof Redirect) throw error;
  },
}));
vi.mock("./session", () => ({
  currentSession: () => Promise.resolve(asking.membership.kind === "signed-out" ? null : { id: "s" }),
}));
vi.mock("./require-member", () => ({ membershipIn: () => Promise.resolve(asking.membership) }));

const as = (role: Role): Membership => ({
  kind: "member",
  scope: {
    orgId: "o",
    orgSlug: "acme",
    orgName: "Acme",
    userId: "u",
    userEmail: "a@b.example",
    role,
  } as OrgScope,
});

const run = vi.fn((_scope: OrgScope, { day }: { day: string }): Promise<Result<string, "taken">> =>
  Promise.resolve(ok(day)),
);
const act = memberAction({
  input: z.object({ org: z.string(), day: z.iso.date("Enter a day.") }),
  needs: "claims:write",
  run,
  refuse: () => ({ sentence: "That day is taken.", fields: { day: "Taken." } }),
  done: (day) => ({ sentence: `Noted for ${day}.` }),
  revalidate: ({ orgSlug }) => [`/${orgSlug}/claims`],
});

function send(fields: Record<string, string>, action = act) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return action({ kind: "idle" }, form);
}
const GOOD = { org: "acme", day: "2026-11-22" };

beforeEach(() => {
  vi.clearAllMocks();
  asking.membership = as("preparer");
});

describe("an action of a member", () => {
  it("runs, renews the pages and says what was done", async () => {
    expect(await send(GOOD)).toEqual({ kind: "done", sentence: "Noted for 2026-11-22." });
    expect(next.revalidatePath).toHaveBeenCalledExactlyOnceWith("/acme/claims", "layout");
  });

  it("goes to another page where success leads there", async () => {
    const leading = memberAction({
      input: z.object({ org: z.string() }),
      needs: "entries:read",
      run: () => Promise.resolve(ok(null)),
      refuse: () => "",
      done: (_, { orgSlug }) => ({ redirectTo: `/${orgSlug}/claims` }),
    });
    await expect(send({ org: "acme" }, leading)).rejects.toBeInstanceOf(Redirect);
    expect(next.redirectTo).toBe("/acme/claims");
  });

  it("says why the use case refused, and keeps what was typed", async () => {
    run.mockResolvedValueOnce(err("taken"));
    expect(await send(GOOD)).toEqual({
      kind: "failed",
      sentence: "That day is taken.",
      fields: { day: "Taken." },
      values: GOOD,
    });
    expect(next.revalidatePath).not.toHaveBeenCalled();
  });

  it.each([
    ["signed out", { kind: "signed-out" } as const, GOOD, "signed out"],
    ["signed out, before the form is read", { kind: "signed-out" } as const, {}, "signed out"],
    ["in an organization of others", { kind: "not-found" } as const, GOOD, "not found"],
    ["by a role that may not", as("viewer"), GOOD, "role"],
    ["with a field that is wrong", as("owner"), { ...GOOD, day: "soon" }, "another look"],
    ["without saying which organization", as("owner"), { day: GOOD.day }, "another look"],
  ])("does nothing when sent %s", async (_, membership, fields, sentence) => {
    asking.membership = membership;
    expect(await send(fields)).toMatchObject({
      kind: "failed",
      sentence: expect.stringContaining(sentence) as string,
    });
    expect(run).not.toHaveBeenCalled();
  });

  it("logs a fault of ours whole, and shows nothing of it but a reference", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const fault = new Error("relation claims does not exist");
    run.mockRejectedValueOnce(fault);
    const state = await send(GOOD);
    expect(state).toMatchObject({
      kind: "failed",
      sentence: expect.stringMatching(/^Sorry, .*[0-9a-f]{8}\.$/) as string,
    });
    expect(JSON.stringify(state)).not.toContain("relation");
    expect(log.mock.calls[0]).toContain(fault);
  });
});
