"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { CAPE_LANES, READINESS_POINTS } from "@/lib/domain";
import { attestPoint } from "@/lib/usecases/attest-point";
import { createDeclarations } from "@/lib/usecases/create-declarations";
import { fileDeclaration } from "@/lib/usecases/file-declaration";
import { freezeDeclaration } from "@/lib/usecases/freeze-declaration";
import { withdrawDeclaration } from "@/lib/usecases/withdraw-declaration";
import { CREATE_PROBLEM_SENTENCES } from "@/lib/wording/declarations";

import { claimNumberField, dayField } from "../form-fields";

const NOT_FOUND = "This declaration is not in your organization any more.";
const NOT_A_DRAFT = "This declaration is no draft any more; load the page anew.";

const ofDeclaration = z.object({ org: z.string(), declaration: z.uuid() });

const pointId = z.enum(READINESS_POINTS.map(({ id }) => id));

const chosenLanes = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.enum(CAPE_LANES)));

export const createDeclarationsAction = memberAction({
  input: z.object({
    org: z.string(),
    importer: z.string().min(1, "Choose an importer."),
    lanes: chosenLanes,
  }),
  needs: "declarations:write",
  run: (scope, { importer, lanes }) => createDeclarations(scope, { importerNumber: importer, lanes }),
  refuse: ({ kind }) => CREATE_PROBLEM_SENTENCES[kind],
  done: (ids, { orgSlug }) => {
    const [only] = ids.length === 1 ? ids : [];
    return { redirectTo: `/${orgSlug}/declarations${only === undefined ? "" : `/${only}`}` };
  },
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const attestPointAction = memberAction({
  input: ofDeclaration.extend({
    point: pointId,
    attested: z.literal("yes", "Tick the box once you have checked it."),
  }),
  needs: "declarations:attest",
  run: (scope, { declaration, point }) => attestPoint(scope, declaration, point),
  refuse: ({ kind }) => (kind === "declaration-not-found" ? NOT_FOUND : NOT_A_DRAFT),
  done: () => ({ sentence: "Attested, with your name and the time." }),
  revalidate: ({ orgSlug }, { declaration }) => `/${orgSlug}/declarations/${declaration}`,
});

export const freezeDeclarationAction = memberAction({
  input: ofDeclaration,
  needs: "declarations:download",
  run: (scope, { declaration }) => freezeDeclaration(scope, declaration),
  refuse: (problem) => {
    if (problem.kind !== "not-ready") return problem.kind === "not-a-draft" ? NOT_A_DRAFT : NOT_FOUND;
    return `Still open: ${problem.open.map(({ rule }) => rule.title).join("; ")}.`;
  },
  done: () => ({ sentence: "The file is made and frozen. Download it below." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const withdrawDeclarationAction = memberAction({
  input: ofDeclaration.extend({ sure: z.literal("yes", "Tick the box first.") }),
  needs: "declarations:write",
  run: (scope, { declaration }) => withdrawDeclaration(scope, declaration),
  refuse: () => "A declaration that was filed cannot be withdrawn.",
  done: () => ({ sentence: "Withdrawn. Its entries are free for another declaration." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const fileDeclarationAction = memberAction({
  input: ofDeclaration.extend({
    claimNumber: claimNumberField,
    filedOn: dayField,
  }),
  needs: "claims:write",
  run: (scope, { declaration, filedOn, claimNumber }) =>
    fileDeclaration(scope, declaration, filedOn, claimNumber === "" ? null : claimNumber),
  refuse: ({ kind }) => {
    switch (kind) {
      case "not-downloaded":
        return "Make and download the file first; a declaration is filed once.";
      case "claim-number-taken":
        return "Another claim of this organization has this number.";
      case "filed-in-the-future":
        return { sentence: "The day of filing lies ahead.", fields: { filedOn: "Not after today." } };
    }
  },
  done: (claimId, { orgSlug }) => ({ redirectTo: `/${orgSlug}/claims/${claimId}` }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
