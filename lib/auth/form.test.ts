import { describe, expect, it } from "vitest";
import { z } from "zod";

import { failed, failedFields, manyOf, readForm } from "./form";

function formOf(...fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("a form", () => {
  it("becomes an object, without React's own fields", () => {
    expect(readForm(formOf(["$ACTION_ID_1", ""], ["org", "acme"], ["day", "2026-11-22"]))).toEqual({
      org: "acme",
      day: "2026-11-22",
    });
  });

  it("gives a list where a name stands more than once", () => {
    expect(readForm(formOf(["entry", "1"], ["entry", "2"]))).toEqual({ entry: ["1", "2"] });
  });

  it("cannot reach into what all objects share", () => {
    const read = readForm(formOf(["__proto__", "polluted"], ["org", "acme"]));
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(z.object({ org: z.string() }).parse(read)).toEqual({ org: "acme" });
  });

  it.each([
    [[], []],
    [["1"], ["1"]],
    [
      ["1", "2"],
      ["1", "2"],
    ],
  ])("with boxes %j ticked gives the list %j", (ticked, list) => {
    const read = readForm(formOf(...ticked.map((value): [string, string] => ["entry", value])));
    expect(z.object({ entry: manyOf(z.string()) }).parse(read)).toEqual({ entry: list });
  });

  it("that failed gives back what was typed, but no password", () => {
    const form = formOf(["email", "ana@example.com"], ["password", "secret"], ["newPassword", "secret"]);
    expect(failed("No.", form)).toEqual({
      kind: "failed",
      sentence: "No.",
      values: { email: "ana@example.com" },
    });
  });

  it("names the first problem of each field", () => {
    const form = formOf(["day", "x"]);
    const read = z.object({ day: z.iso.date("Enter a day.").min(10, "Longer.") }).safeParse(readForm(form));
    expect(read.error && failedFields(read.error, form).fields).toEqual({ day: "Enter a day." });
  });
});
