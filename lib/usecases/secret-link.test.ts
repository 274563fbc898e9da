import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";

import { hashOfSecret, newSecret, readToken, toToken } from "./secret-link";

const aSecret = () => ({ orgId: randomUUID(), id: randomUUID(), secret: newSecret() });

describe("the token of a secret address", () => {
  it("comes back as it went", () => {
    const secret = aSecret();
    expect(readToken(toToken(secret))).toEqual(secret);
  });

  it.each([
    "",
    "a",
    "A".repeat(85),
    "A".repeat(87),
    `${"A".repeat(85)}.`,
    `${"A".repeat(85)}=`,
    "../../etc/passwd",
  ])("is not read from %j", (text) => {
    expect(readToken(text)).toBeNull();
  });

  it("of another secret has another hash, and the hash does not hold the secret", () => {
    const [a, b] = [newSecret(), newSecret()];
    expect(hashOfSecret(a)).not.toBe(hashOfSecret(b));
    expect(hashOfSecret(a)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOfSecret(a)).not.toContain(a.toString("hex"));
  });
});
