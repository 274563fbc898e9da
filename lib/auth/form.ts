import { z } from "zod";

import type { ActionState } from "./action-state";

type Failed = Extract<ActionState, { kind: "failed" }>;

/** React's own fields, which name the action. */
const isOurs = (name: string): boolean => !name.startsWith("$ACTION");
const VALUE_CHARACTERS_MAX = 2000;

/** A form as an object: a field's value, or a list of them where the name stands more than once. */
export function readForm(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter(isOurs);
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

/** For checkboxes of one name: none, one or many of them ticked. */
export const manyOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (found): unknown => (found === undefined ? [] : Array.isArray(found) ? found : [found]),
    z.array(item),
  );

/** The short texts that were typed, to be put back. Passwords are not sent back, whatever their field is called. */
function typedValues(form: FormData): Record<string, string> {
  const entries = [...form].filter(([name]) => isOurs(name) && !/password/i.test(name));
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => {
      const [, value] = entry;
      return typeof value === "string" && value.length <= VALUE_CHARACTERS_MAX;
    }),
  );
}

export const failed = (
  sentence: string,
  form: FormData,
  fields?: Readonly<Record<string, string>>,
): Failed => ({
  kind: "failed",
  sentence,
  values: typedValues(form),
  ...(fields === undefined ? {} : { fields }),
});

/** One sentence a field, the first: they were all written for people, in the schemas. */
export function failedFields(error: z.ZodError, form: FormData): Failed {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[path.map(String).join(".")] ??= message;
  return failed("Some fields need another look.", form, fields);
}
