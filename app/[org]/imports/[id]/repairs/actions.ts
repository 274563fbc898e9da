"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { askForRepairs, cancelRepairs } from "@/lib/usecases/ask-for-repairs";
import { describeRepairProblem } from "@/lib/wording/repairs";

const ofImport = { org: z.string(), importId: z.uuid() };

/** Still true when it is read after the end. */
const ASKED = { sentence: "Asked for. This page shows what becomes of it." };

export const acceptGroupAction = memberAction({
  input: z.object({ ...ofImport, group: z.string().max(100) }),
  needs: "imports:write",
  run: (scope, { importId, group }) => askForRepairs(scope, importId, { kind: "accept-group", key: group }),
  refuse: describeRepairProblem,
  done: () => ASKED,
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const acceptDayFirstAction = memberAction({
  input: z.object(ofImport),
  needs: "imports:write",
  run: (scope, { importId }) => askForRepairs(scope, importId, { kind: "accept-day-first" }),
  refuse: describeRepairProblem,
  done: () => ASKED,
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

const CELLS_MAX = 500;

const typedCells = z
  .string()
  .max(500_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      context.addIssue({ code: "custom", message: String(error) });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(
        z.object({
          row: z.number().int().min(1).max(100_000_000),
          columnIndex: z.number().int().min(0).max(255),
          text: z.string().max(200),
        }),
      )
      .min(1)
      .max(CELLS_MAX),
  );

export const typeCellsAction = memberAction({
  input: z.object({ ...ofImport, cells: typedCells }),
  needs: "imports:write",
  run: (scope, { importId, cells }) => askForRepairs(scope, importId, { kind: "type-cells", cells }),
  refuse: describeRepairProblem,
  done: () => ASKED,
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

const place = { row: z.coerce.number().int().min(0), columnIndex: z.coerce.number().int().min(0) };

export const takeBackAction = memberAction({
  input: z.object({ ...ofImport, ...place }),
  needs: "imports:write",
  run: (scope, { importId, row, columnIndex }) =>
    askForRepairs(scope, importId, { kind: "take-back", row, columnIndex }),
  refuse: describeRepairProblem,
  done: () => ASKED,
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const takeAllBackAction = memberAction({
  input: z.object(ofImport),
  needs: "imports:write",
  run: (scope, { importId }) => askForRepairs(scope, importId, { kind: "take-all-back" }),
  refuse: describeRepairProblem,
  done: () => ASKED,
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const acceptReturnedAction = memberAction({
  input: z.object({ ...ofImport, workbook: z.string().regex(/^[0-9a-f]{64}$/) }),
  needs: "imports:write",
  run: (scope, { importId, workbook }) =>
    askForRepairs(scope, importId, { kind: "accept-returned", sha256: workbook }),
  refuse: describeRepairProblem,
  done: (_asked, { orgSlug }, { importId }) => ({ redirectTo: `/${orgSlug}/imports/${importId}/repairs` }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const cancelRepairsAction = memberAction({
  input: z.object(ofImport),
  needs: "imports:write",
  run: (scope, { importId }) => cancelRepairs(scope, importId),
  refuse: () => "The repairs came to their end meanwhile. Load the page anew to see how.",
  done: () => ({ sentence: "The repairs are cancelled." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
