"use server";

import { headers } from "next/headers";
import { z } from "zod";

import { visitorOf } from "@/lib/auth/address";
import { manyOf } from "@/lib/auth/form";
import { memberAction } from "@/lib/auth/member-action";
import { hashOfNewPassword, ownPasswordSentence } from "@/lib/auth/own-password";
import { personNameField } from "@/lib/auth/registration";
import { requireUser } from "@/lib/auth/session";
import { endOtherSessions } from "@/lib/auth/sign-in";
import { ok } from "@/lib/domain";
import { makeCalendarAddress, revokeCalendarAddress } from "@/lib/usecases/calendar-address";
import { setAddingUnasked } from "@/lib/usecases/set-adding-unasked";
import { setDigestRhythm } from "@/lib/usecases/set-digest-rhythm";
import { setFilingRight, setFilingTerms } from "@/lib/usecases/set-filing-right";
import { setImporterTerms } from "@/lib/usecases/set-importer-terms";
import { setOwnName, setOwnPassword } from "@/lib/usecases/set-own-account";

export const setImporterTermsAction = memberAction({
  input: z.object({
    org: z.string(),
    importer: z.string().min(1),
    rateClass: z.enum(["corporation", "other"], "Choose one of the two classes."),
    // A box that is not ticked sends nothing.
    paysMonthly: z.literal("yes").optional(),
  }),
  needs: "settings:write",
  run: (scope, { importer, rateClass, paysMonthly }) =>
    setImporterTerms(scope, importer, { rateClass, paysMonthly: paysMonthly === "yes" }),
  refuse: () => "This importer is not in your organization any more.",
  done: () => ({ sentence: "Stored. Every entry was screened again." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const setAddingUnaskedAction = memberAction({
  input: z.object({
    org: z.string(),
    // A box that is not ticked sends nothing.
    unasked: z.literal("yes").optional(),
  }),
  needs: "settings:write",
  run: (scope, { unasked }) => setAddingUnasked(scope, unasked === "yes"),
  refuse: () => "The setting could not be stored.",
  done: () => ({ sentence: "Stored. It holds for the next file." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/settings`,
});

const NUMBER_CHARACTERS_MAX = 100;

export const setFilingRightAction = memberAction({
  input: z.object({
    org: z.string(),
    role: z.enum(["importer", "broker"], "Choose one of the two."),
    importers: manyOf(z.string().max(NUMBER_CHARACTERS_MAX)),
    filers: manyOf(z.string().max(NUMBER_CHARACTERS_MAX)),
    other: z
      .string()
      .max(500, "At most 500 characters; store these, then add the rest.")
      .transform((text) => text.split(",")),
  }),
  needs: "settings:write",
  run: (scope, { role, importers, filers, other }) =>
    setFilingRight(scope, role, [...(role === "importer" ? importers : filers), ...other]),
  refuse: (problem) =>
    problem.kind === "no-number"
      ? "Choose or write at least one number of your own."
      : `${problem.found} is no filer code: three letters or digits, and not 000.`,
  done: () => ({ sentence: "Stored. Declarations take the entries of these numbers only." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const setFilingTermsAction = memberAction({
  input: z.object({
    org: z.string(),
    // A box that is not ticked sends nothing.
    needsSignOff: z.literal("yes").optional(),
    mergesImporters: z.literal("yes").optional(),
  }),
  needs: "settings:write",
  run: (scope, { needsSignOff, mergesImporters }) =>
    setFilingTerms(scope, {
      needsSignOff: needsSignOff === "yes",
      mergesImporters: mergesImporters === "yes",
    }),
  refuse: () => "The settings could not be stored.",
  done: () => ({ sentence: "Stored. It holds for every draft from now on." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const endOtherSessionsAction = memberAction({
  input: z.object({ org: z.string() }),
  needs: "entries:read",
  run: async () => {
    await endOtherSessions();
    return ok(null);
  },
  refuse: () => "The other sessions could not be ended.",
  done: () => ({ sentence: "Every other session is signed out." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/settings`,
});

export const makeCalendarAddressAction = memberAction({
  input: z.object({ org: z.string() }),
  needs: "entries:read",
  run: (scope) => makeCalendarAddress(scope),
  refuse: () => "The address could not be made.",
  done: (address) => ({ sentence: address }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/settings`,
});

export const revokeCalendarAddressAction = memberAction({
  input: z.object({ org: z.string() }),
  needs: "entries:read",
  run: (scope) => revokeCalendarAddress(scope),
  refuse: () => "The address could not be revoked.",
  done: () => ({ sentence: "Revoked. Calendars that have the address get nothing any more." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/settings`,
});

export const setDigestRhythmAction = memberAction({
  input: z.object({
    org: z.string(),
    rhythm: z.enum(["daily", "weekly", "off"], "Choose how often."),
  }),
  needs: "entries:read",
  run: (scope, { rhythm }) => setDigestRhythm(scope, rhythm),
  refuse: () => "The rhythm could not be stored.",
  done: () => ({ sentence: "Stored. It holds from the next digest on." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/settings`,
});

export const setOwnNameAction = memberAction({
  input: z.object({ org: z.string(), name: personNameField }),
  needs: "entries:read",
  run: (scope, { name }) => setOwnName(scope, name),
  refuse: () => "The name could not be stored.",
  done: () => ({ sentence: "Stored. Attestations and sign-offs keep the name they were given with." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const setOwnPasswordAction = memberAction({
  input: z.object({
    org: z.string(),
    currentPassword: z.string("Enter your current password.").min(1, "Enter your current password."),
    newPassword: z.string("Choose a new password."),
  }),
  needs: "entries:read",
  run: async (scope, { currentPassword, newPassword }) => {
    const session = await requireUser();
    const typed = { current: currentPassword, wanted: newPassword };
    const hash = await hashOfNewPassword(scope, typed, visitorOf(await headers()).address);
    return hash.ok ? setOwnPassword(scope, hash.value, session.id) : hash;
  },
  refuse: (problem) => ownPasswordSentence(problem),
  done: () => ({ sentence: "Stored. Every other session is signed out." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/settings`,
});
