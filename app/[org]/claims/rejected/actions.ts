"use server";

import { z } from "zod";

import { manyOf } from "@/lib/auth/form";
import { memberAction } from "@/lib/auth/member-action";
import { formatEntryNumber } from "@/lib/domain";
import { noteMessage } from "@/lib/usecases/note-message";
import { refileRows } from "@/lib/usecases/refile-rows";
import { describeCreateProblem } from "@/lib/wording/declarations";

import { entryNumberField } from "../../form-fields";

export const refileRowsAction = memberAction({
  input: z
    .object({
      org: z.string(),
      key: z.string().max(2000),
      entry: manyOf(entryNumberField),
      all: z.literal("yes").optional(),
    })
    .refine(({ entry, all }) => entry.length > 0 || all === "yes", {
      message: "Tick the rows to file again.",
      path: ["entry"],
    }),
  needs: "declarations:write",
  run: (scope, { key, entry, all }) =>
    refileRows(scope, all === "yes" ? { kind: "message", key } : { kind: "rows", numbers: entry }),
  refuse: (problem) =>
    problem.kind === "not-refilable"
      ? `Not to be filed again any more: ${problem.numbers.slice(0, 5).map(formatEntryNumber).join(", ")}. Nothing was written; load the page anew.`
      : describeCreateProblem(problem),
  done: (ids, { orgSlug }) => {
    const [only] = ids.length === 1 ? ids : [];
    return { redirectTo: `/${orgSlug}/declarations${only === undefined ? "" : `/${only}`}` };
  },
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const noteMessageAction = memberAction({
  input: z.object({
    org: z.string(),
    message: z.string().min(1).max(2000),
    note: z.string().trim().min(1, "Write down what it meant.").max(1000),
  }),
  needs: "claims:write",
  run: (scope, { message, note }) => noteMessage(scope, message, note),
  refuse: (problem) => problem,
  done: () => ({ sentence: "The note is kept." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/claims/rejected`,
});
