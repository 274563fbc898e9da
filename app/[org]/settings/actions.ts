"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { endOtherSessions } from "@/lib/auth/sign-in";
import { ok } from "@/lib/domain";
import { setAddingUnasked } from "@/lib/usecases/set-adding-unasked";
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
