"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { endOtherSessions } from "@/lib/auth/sign-in";
import { ok } from "@/lib/domain";
import { makeCalendarAddress, revokeCalendarAddress } from "@/lib/usecases/calendar-address";
import { setAddingUnasked } from "@/lib/usecases/set-adding-unasked";
import { setDigestRhythm } from "@/lib/usecases/set-digest-rhythm";
import { setImporterTerms } from "@/lib/usecases/set-importer-terms";

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
