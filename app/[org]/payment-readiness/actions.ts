"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { attestPayment, type AttestPaymentProblem } from "@/lib/usecases/attest-payment";

const REFUSALS = {
  "importer-not-found": "This importer is not in your organization any more.",
  "bank-number":
    "The note holds digits that could be a bank number, and those are never stored here. Say what you looked at without the number, such as: enrolment page in ACE, status active.",
} as const satisfies Record<AttestPaymentProblem["kind"], string>;

export const attestPaymentAction = memberAction({
  input: z.object({
    org: z.string(),
    importer: z.string().min(1),
    point: z.enum(["ach-refund", "refund-routing"]),
    holds: z.enum(["yes", "no"], "Choose yes or no."),
    note: z.string().trim().max(300, "Use 300 characters at most.").default(""),
  }),
  needs: "declarations:attest",
  run: (scope, { importer, point, holds, note }) =>
    attestPayment(scope, { importerNumber: importer, point, holds: holds === "yes", note }),
  refuse: ({ kind }) => REFUSALS[kind],
  done: () => ({ sentence: "Stored, with your name and the time." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
