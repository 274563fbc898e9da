import { randomBytes, randomUUID } from "node:crypto";

import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { findLiveSession } from "@/lib/data/sessions";
import { aMember, type Member } from "@/lib/data/testing/a-member";

import { authenticate } from "./authenticate";
import { hashPassword, verifyPassword } from "./password";
import { waitSecondsAfter } from "./throttle";

const PASSWORD = "tariff-lantern-42";
const WRONG = { ok: false, problem: { kind: "wrong-credentials" } };
let passwordHash: string;

/** Nobody else's attempts are counted against it. */
const someAddress = () => ({ address: `10.${[...randomBytes(3)].join(".")}`, userAgent: "Browser" });

const unknownEmail = () => `${randomUUID()}@test.example`;
const newcomer = (): Promise<Member> => aMember({ passwordHash });
const waitFor = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const tooMany = (seconds: number) => ({ ok: false, problem: { kind: "too-many-attempts", seconds } });

/** Wrong guesses, each from another address; time stands still. */
async function guess(email: string, times: number): Promise<unknown[]> {
  const answers = [];
  for (let time = 0; time < times; time++) {
    answers.push(await authenticate({ email, password: "wrong-guess" }, someAddress(), { verify: quick }));
  }
  return answers;
}

/** No hash: what is counted is counted before. */
const quick = vi.fn(() => Promise.resolve(false));

beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-22T12:00:00Z") });
  quick.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("signing in", () => {
  it("with the right password opens a session that knows where it came from", async () => {
    const { account } = await newcomer();
    const visitor = someAddress();
    const signedIn = await authenticate({ email: account.email, password: PASSWORD }, visitor);
    if (!signedIn.ok) throw new Error("refused");
    expect(await findLiveSession(signedIn.value.sessionId)).toMatchObject({ user: account });
  });

  it("works however the address is typed", async () => {
    const { account } = await newcomer();
    const email = `  ${account.email.toUpperCase()} `;
    expect(await authenticate({ email, password: PASSWORD }, someAddress())).toMatchObject({ ok: true });
  });

  it("opens another session each time: none is handed in from outside", async () => {
    const { account } = await newcomer();
    const credentials = { email: account.email, password: PASSWORD };
    const first = await authenticate(credentials, someAddress());
    const second = await authenticate(credentials, someAddress());
    expect(first).not.toEqual(second);
  });

  it("answers and works the same for a wrong password and an unknown account: one hash", async () => {
    const { account } = await newcomer();
    for (const email of [account.email, unknownEmail()]) {
      const verify = vi.fn(verifyPassword);
      expect(await authenticate({ email, password: "wrong-guess" }, someAddress(), { verify })).toEqual(
        WRONG,
      );
      expect(verify).toHaveBeenCalledOnce();
    }
  });

  it.each([
    ["", PASSWORD],
    ["ana@test.example", ""],
    ["ana\0@test.example", PASSWORD],
    [`${"a".repeat(250)}@test.example`, PASSWORD],
    ["ana@test.example", "x".repeat(257)],
  ])("with what no account can have is refused without work", async (email, password) => {
    expect(await authenticate({ email, password }, someAddress(), { verify: quick })).toEqual(WRONG);
    expect(quick).not.toHaveBeenCalled();
  });
});

describe("guessing", () => {
  it("makes each wait longer than the last, up to five minutes", () => {
    const waits = Array.from({ length: 14 }, (_, at) => waitSecondsAfter(at + 1, "account"));
    expect(waits).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it.each([
    ["an account", async () => (await newcomer()).account.email],
    ["no account at all", () => Promise.resolve(unknownEmail())],
  ])("at %s is slowed down in the same way", async (_, emailOf) => {
    const email = await emailOf();
    expect(await guess(email, 8)).toEqual([WRONG, WRONG, WRONG, WRONG, WRONG, WRONG, tooMany(5), tooMany(5)]);
    waitFor(5);
    expect(await guess(email, 2)).toEqual([WRONG, tooMany(10)]);
    waitFor(4);
    expect(await guess(email, 1)).toEqual([tooMany(6)]);
    waitFor(6);
    expect(await guess(email, 2)).toEqual([WRONG, tooMany(20)]);
    expect(quick).toHaveBeenCalledTimes(8);
  });

  it("refuses even the right password while it waits, and takes it afterwards", async () => {
    const { account } = await newcomer();
    await guess(account.email, 6);
    const right = () => authenticate({ email: account.email, password: PASSWORD }, someAddress());
    expect(await right()).toEqual(tooMany(5));
    waitFor(5);
    expect(await right()).toMatchObject({ ok: true });
  });

  it("is forgotten after the right password", async () => {
    const { account } = await newcomer();
    await guess(account.email, 5);
    await authenticate({ email: account.email, password: PASSWORD }, someAddress());
    expect(await guess(account.email, 6)).toEqual(Array.from({ length: 6 }, () => WRONG));
  });

  it("is forgotten after a day", async () => {
    const email = unknownEmail();
    await guess(email, 6);
    waitFor(24 * 3600);
    expect(await guess(email, 6)).toEqual(Array.from({ length: 6 }, () => WRONG));
  });

  it("gains nothing from sending everything at once", async () => {
    const email = unknownEmail();
    await Promise.all(Array.from({ length: 30 }, () => guess(email, 1)));
    expect(quick).toHaveBeenCalledTimes(6);
  });

  it("at many accounts from one address is slowed down too", async () => {
    const visitor = someAddress();
    const answers = [];
    for (let time = 0; time < 22; time++) {
      answers.push(await authenticate({ email: unknownEmail(), password: "x" }, visitor, { verify: quick }));
    }
    expect(answers.slice(0, 21)).toEqual(Array.from({ length: 21 }, () => WRONG));
    expect(answers[21]).toEqual(tooMany(5));
  });

  it("is not what a busy office does: right passwords do not count against its address", async () => {
    const { account } = await newcomer();
    const visitor = someAddress();
    const verify = () => Promise.resolve(true);
    for (let time = 0; time < 25; time++) {
      expect(
        await authenticate({ email: account.email, password: PASSWORD }, visitor, { verify }),
      ).toMatchObject({
        ok: true,
      });
    }
  });
});
