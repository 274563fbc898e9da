"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { CAPE_LANES, parseFilerCode, READINESS_POINTS } from "@/lib/domain";
import { attestPoint } from "@/lib/usecases/attest-point";
import { createDeclarations } from "@/lib/usecases/create-declarations";
import { fileDeclaration } from "@/lib/usecases/file-declaration";
import { freezeDeclaration } from "@/lib/usecases/freeze-declaration";
import { signOffDeclaration, type SignOffProblem } from "@/lib/usecases/sign-off-declaration";
import { withdrawDeclaration } from "@/lib/usecases/withdraw-declaration";
import { describeCreateProblem } from "@/lib/wording/declarations";

import { claimNumberField, dayField } from "../form-fields";

const NOT_FOUND = "This declaration is not in your organization any more.";
const NOT_A_DRAFT = "This declaration is no draft any more; load the page anew.";

const COMPUTED = "This point is computed from the settings; nobody has to attest it.";
const NOT_SIGNED_OFF =
  "A second person has to sign the declaration off as it stands now. Screening it once more may have changed it.";

const SIGN_OFF_REFUSALS = {
  "declaration-not-found": NOT_FOUND,
  "not-a-draft": NOT_A_DRAFT,
  "not-ready": "A point still blocks the file; it can be signed off once none does.",
  "prepared-it-oneself": "You built this draft or attested a point of it. Somebody else has to sign it off.",
  "content-changed": "The draft changed since this page was made. Load it anew and read it again.",
} as const satisfies Record<SignOffProblem["kind"], string>;

const ofDeclaration = z.object({ org: z.string(), declaration: z.uuid() });

const pointId = z.enum(READINESS_POINTS.map(({ id }) => id));

const chosenLanes = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.enum(CAPE_LANES)));

/** As the builder's page wrote them: every importer, or a list. */
const chosenImporters = z
  .string()
  .max(100_000)
  .transform((text, context): readonly string[] | null => {
    if (text === "all") return null;
    const read = z.array(z.string()).safeParse(jsonOf(text));
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: "Choose an importer." });
    return z.NEVER;
  });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const chosenFilers = z
  .string()
  .transform((text) => (text === "" ? null : text.split(",").flatMap((code) => parseFilerCode(code) ?? [])));

export const createDeclarationsAction = memberAction({
  input: z.object({
    org: z.string(),
    importers: chosenImporters,
    filers: chosenFilers,
    lanes: chosenLanes,
    seal: z.string(),
    holders: z.string().transform((text) => text.split(",")),
  }),
  needs: "declarations:write",
  run: (scope, { importers, filers, lanes, seal, holders }) =>
    createDeclarations(scope, { importerNumbers: importers, filerCodes: filers, lanes }, { seal, holders }),
  refuse: describeCreateProblem,
  done: (ids, { orgSlug }) => {
    const [only] = ids.length === 1 ? ids : [];
    const built = ids.map((id) => `built=${id}`).join("&");
    return { redirectTo: `/${orgSlug}/declarations${only === undefined ? `?${built}` : `/${only}`}` };
  },
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const attestPointAction = memberAction({
  input: ofDeclaration.extend({
    point: pointId,
    attested: z.literal("yes", "Tick the box once you have checked it."),
    note: z.string().trim().max(500, "At most 500 characters.").default(""),
  }),
  needs: "declarations:attest",
  run: (scope, { declaration, point, note }) => attestPoint(scope, declaration, point, note),
  refuse: ({ kind }) =>
    kind === "point-is-computed" ? COMPUTED : kind === "declaration-not-found" ? NOT_FOUND : NOT_A_DRAFT,
  done: () => ({ sentence: "Attested, with your name and the time." }),
  revalidate: ({ orgSlug }, { declaration }) => `/${orgSlug}/declarations/${declaration}`,
});

export const signOffDeclarationAction = memberAction({
  input: ofDeclaration.extend({
    content: z.string(),
    sure: z.literal("yes", "Tick the box once you have read it."),
  }),
  needs: "declarations:attest",
  run: (scope, { declaration, content }) => signOffDeclaration(scope, declaration, content),
  refuse: ({ kind }) => SIGN_OFF_REFUSALS[kind],
  done: () => ({ sentence: "Signed off, with your name and the time." }),
  revalidate: ({ orgSlug }, { declaration }) => `/${orgSlug}/declarations/${declaration}`,
});

export const freezeDeclarationAction = memberAction({
  input: ofDeclaration,
  needs: "declarations:download",
  run: (scope, { declaration }) => freezeDeclaration(scope, declaration),
  refuse: (problem) => {
    if (problem.kind === "not-signed-off") return NOT_SIGNED_OFF;
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
