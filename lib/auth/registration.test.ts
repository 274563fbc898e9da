import { describe, expect, it } from "vitest";

import { failedFields, readForm } from "./form";
import { registration } from "./registration";

const TYPED = {
  name: " Ana  Reyes ",
  email: " Ana@Harbor.example",
  organization: "Harbor Light\u00a0Brokers",
  password: "tariff-lantern-42",
};

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

function problemsOf(change: Record<string, string>) {
  const form = formOf({ ...TYPED, ...change });
  const read = registration.safeParse(readForm(form));
  return read.success ? {} : (failedFields(read.error, form).fields ?? {});
}

describe("signing up", () => {
  it("tidies what was typed, but never the password", () => {
    expect(registration.parse({ ...TYPED, password: " tariff lantern 42 " })).toEqual({
      name: "Ana Reyes",
      email: "ana@harbor.example",
      organization: "Harbor Light Brokers",
      password: " tariff lantern 42 ",
    });
  });

  it.each([
    ["email", "ana", "an e-mail address"],
    ["email", `${"a".repeat(250)}@b.example`, "254"],
    ["name", "   ", "your name"],
    ["name", "a".repeat(101), "100"],
    ["organization", "Har\u0000bor", "can be seen"],
    ["organization", "\u202eevil", "can be seen"],
    ["password", "lantern", "12 characters"],
    ["password", "harbor-light-brokers-1", "Leave out"],
  ])("says what is wrong with %s %j", (field, typed, sentence) => {
    expect(problemsOf({ [field]: typed })).toEqual({ [field]: expect.stringContaining(sentence) as string });
  });

  it("says everything that is wrong at once", () => {
    expect(
      Object.keys(problemsOf({ name: "", email: "x", organization: "", password: "short" })).sort(),
    ).toEqual(["email", "name", "organization", "password"]);
  });

  it("asks for fields that are not there at all", () => {
    expect(registration.safeParse({}).success).toBe(false);
  });
});
