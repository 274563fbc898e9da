"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { removeDocument } from "@/lib/usecases/remove-document";

export const removeDocumentAction = memberAction({
  input: z.object({ org: z.string(), document: z.uuid() }),
  needs: "declarations:write",
  run: (scope, { document }) => removeDocument(scope, document),
  refuse: (problem) =>
    problem.kind === "document-is-evidence"
      ? `It was here when ${problem.declarationFile} was frozen and is part of its evidence, so it stays.`
      : "This document is not in your organization any more.",
  done: () => ({ sentence: "Removed. Its name and hash stay in the audit log." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
