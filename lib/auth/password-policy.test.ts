import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { COMMON_PASSWORDS } from "./common-passwords";
import { passwordProblem, type PasswordProblem } from "./password-policy";

const ANA = { email: "ana.reyes@harbor.example", name: "Ana Reyes", organization: "Harbor Light Brokers" };

describe("a new password", () => {
  it.each<[string, PasswordProblem | null, string]>([
    ["tariff-lantern-42", null, "it is long and says nothing of her"],
    ["quiet orbit pickle", null, "blanks are characters like others"],
    ["öffnungszeit-drei", null, "letters need not be English"],
    ["🦊🐢🦉🐝🦀🐙🦕🐳🦜🐿🦔🐌", null, "twelve characters are twelve, whatever they take in memory"],
    ["lantern-42x", "too-short", "it has 11 characters"],
    ["lantern-42xy", null, "it has 12 characters"],
    ["🦊🐢🦉🐝🦀🐙🦕🐳🦜🐿🦔", "too-short", "11 characters are not 22"],
    ["Harbor-light-BROKERS-77", "contains-name", "it is the organization in other letters"],
    ["ana.reyes-rules-here", "contains-name", "it begins with her e-mail name"],
    ["mrs reyes, broker 9", "contains-name", "it holds her family name"],
    ["banana-split-at-noon", null, "`ana` is too short a name to look for"],
    ["my-capedesk-login-1", "contains-name", "it names this app"],
    ["passwordpassword", "common", "it is on every list"],
    ["Password12345!!", "common", "a capital and exclamation marks do not change that"],
    ["zzzzzzzzzzzzzzz", "repetitive", "it is one letter"],
    ["kv9kv9kv9kv9kv9", "repetitive", "it is three letters again and again"],
    ["mountamountamo", "repetitive", "a block cut short is still a block"],
    ["0abababababab0", "repetitive", "it has three different characters"],
    ["lmnopqrstuvwx", "sequence", "it is the alphabet"],
    ["9876543210xyz", "sequence", "it counts down"],
    ["asdfghjkl;'zx", "sequence", "it is a row of the keyboard"],
  ])("%j gives %j because %s", (password, problem) => {
    expect(passwordProblem(password, ANA)).toBe(problem);
  });

  it("may have 256 characters and no more", () => {
    const long = "tariff lantern orbit pickle ".repeat(10).slice(0, 255);
    expect(passwordProblem(`${long}x`, ANA)).toBeNull();
    expect(passwordProblem(`${long}xy`, ANA)).toBe("too-long");
  });

  it("is never one of the common passwords, in any case and with any signs behind", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COMMON_PASSWORDS),
        fc.stringMatching(/^[!?.#*]{0,4}$/),
        (common, signs) => {
          fc.pre(common.length + signs.length >= 12);
          expect(passwordProblem(`${common.toUpperCase()}${signs}`, ANA)).not.toBeNull();
        },
      ),
    );
  });

  it("needs nothing for a person whose names are short or missing", () => {
    expect(
      passwordProblem("tariff-lantern-42", { email: "a@b.example", name: "", organization: "" }),
    ).toBeNull();
  });
});
