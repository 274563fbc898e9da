import { z } from "zod";

import { EMAIL_CHARACTERS_MAX, normaliseEmail } from "./email";
import { passwordProblem, PASSWORD_SENTENCE } from "./password-policy";

/** Names come back in pages, files and logs: no control characters, and nothing that turns the text around. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const nameOf = (whose: string, charactersMax: number) =>
  z
    .string(`Enter ${whose}.`)
    .refine((name) => !UNPRINTABLE.test(name), `Enter ${whose} in letters that can be seen.`)
    .transform((name) => name.normalize("NFC").trim().replaceAll(/\s+/g, " "))
    .pipe(
      z.string().min(1, `Enter ${whose}.`).max(charactersMax, `Use ${charactersMax} characters or fewer.`),
    );

/** A person's name, as it stands beside what he does. */
export const personNameField = nameOf("your name", 100);

/** An address as somebody types it, in the one spelling under which accounts are found. */
export const emailField = z
  .string("Enter an e-mail address.")
  .transform(normaliseEmail)
  .pipe(
    z
      .email("Enter an e-mail address, such as ana@example.com.")
      .max(EMAIL_CHARACTERS_MAX, `Use ${EMAIL_CHARACTERS_MAX} characters or fewer.`),
  );

const FIELDS = ["name", "email", "password", "organization"] as const;

/** What somebody types to sign up, normalised; every problem with it, by field. */
export const registration = z
  .object({
    name: personNameField,
    email: emailField,
    password: z.string("Choose a password."),
    organization: nameOf("the name of your organization", 100),
  })
  .superRefine(
    ({ password, email, name, organization }, context) => {
      const problem = passwordProblem(password, { email, name, organization });
      if (problem === null) return;
      context.addIssue({ code: "custom", path: ["password"], message: PASSWORD_SENTENCE[problem] });
    },
    // Also when other fields failed: one learns of everything at once. They are then as typed, or not there.
    {
      when: ({ value }) =>
        FIELDS.every((field) => typeof (value as Record<string, unknown>)[field] === "string"),
    },
  );
