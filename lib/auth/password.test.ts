import { parseOptions } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";

import { hashPassword, HashingIsBusy, NOBODYS_HASH, verifyPassword } from "./password";

describe("a kept password", () => {
  it("is an argon2id hash of 46 MiB, one pass, one lane", async () => {
    const kept = await hashPassword("tariff-lantern-42");
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  });

  it("is recognised, exactly as it was typed", async () => {
    const kept = await hashPassword("tariff-lantern-42");
    expect(await verifyPassword(kept, "tariff-lantern-42")).toBe(true);
    expect(await verifyPassword(kept, "Tariff-lantern-42")).toBe(false);
    expect(await verifyPassword(kept, "tariff-lantern-42 ")).toBe(false);
  });

  it("costs as much to check for nobody as for somebody", async () => {
    expect(parseOptions(NOBODYS_HASH)).toEqual(parseOptions(await hashPassword("tariff-lantern-42")));
    expect(await verifyPassword(null, "tariff-lantern-42")).toBe(false);
  });
});

describe("many passwords at once", () => {
  it("wait for their turn, and all get one", async () => {
    const kept = await hashPassword("tariff-lantern-42");
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => verifyPassword(kept, "tariff-lantern-42")),
    );
    expect(answers).toEqual(Array.from({ length: 9 }, () => true));
  });

  it("are turned away when too many wait already", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 36 }, () => verifyPassword(null, "x")));
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused).toHaveLength(4);
    expect(refused[0]?.reason).toBeInstanceOf(HashingIsBusy);
    expect(await verifyPassword(null, "x")).toBe(false);
  });
});
