"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { ok } from "@/lib/domain";
import { addImport } from "@/lib/usecases/add-import";
import { cancelImport, readAgain, type CancelProblem } from "@/lib/usecases/cancel-import";
import { discardImport } from "@/lib/usecases/discard-import";
import { loadSample } from "@/lib/usecases/load-sample";
import { askToUndo } from "@/lib/usecases/undo-import";

export const loadSampleAction = memberAction({
  input: z.object({ org: z.string() }),
  needs: "imports:write",
  run: async (scope) => ok(await loadSample(scope)),
  refuse: () => "The sample could not be loaded.",
  done: ({ importId }, { orgSlug }) => ({ redirectTo: `/${orgSlug}/imports/${importId}` }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

const ONE_IMPORT = z.object({ org: z.string(), importId: z.uuid() });

const SENTENCES = {
  "no-such-import": "There is no such import.",
  "import-is-over": "This import is over by now. Load the page anew to see how it ended.",
} as const satisfies Record<CancelProblem["kind"], string>;

export const cancelImportAction = memberAction({
  input: ONE_IMPORT,
  needs: "imports:write",
  run: (scope, { importId }) => cancelImport(scope, importId),
  refuse: ({ kind }) => SENTENCES[kind],
  done: () => ({ sentence: "The import is being cancelled." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/imports`,
});

export const readAgainAction = memberAction({
  input: ONE_IMPORT,
  needs: "imports:write",
  run: (scope, { importId }) => readAgain(scope, importId),
  refuse: ({ kind }) => SENTENCES[kind],
  done: () => ({ sentence: "The file is read again." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/imports`,
});

const NOT_SHOWN =
  "This file was added, discarded or read again meanwhile. Load the page anew to see how it stands.";

export const addImportAction = memberAction({
  input: ONE_IMPORT,
  needs: "imports:write",
  run: (scope, { importId }) => addImport(scope, importId),
  refuse: () => NOT_SHOWN,
  done: () => ({ sentence: "The file is being added to the books." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const discardImportAction = memberAction({
  input: ONE_IMPORT,
  needs: "imports:write",
  run: (scope, { importId }) => discardImport(scope, importId),
  refuse: () => NOT_SHOWN,
  done: (_, { orgSlug }) => ({ redirectTo: `/${orgSlug}/imports` }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/imports`,
});

export const undoImportAction = memberAction({
  input: ONE_IMPORT,
  needs: "imports:write",
  run: (scope, { importId }) => askToUndo(scope, importId),
  refuse: (problem) =>
    problem.kind === "declared"
      ? `What was downloaded rests on this file: ${problem.declarations.map(({ fileName }) => fileName).join(", ")}.`
      : "This file is not in the books any more, or is being taken out already.",
  done: () => ({ sentence: "The file is being taken out of the books." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
