"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { acceptDayFirst, acceptGroup, typeCells } from "@/lib/usecases/accept-repairs";
import { takeBackRepairs } from "@/lib/usecases/repair-import";
import { acceptReturned } from "@/lib/usecases/repair-workbook";
import { describeRepaired, describeRepairProblem } from "@/lib/wording/repairs";

const ofImport = { org: z.string(), importId: z.uuid() };

export const acceptGroupAction = memberAction({
  input: z.object({ ...ofImport, group: z.string().max(100) }),
  needs: "imports:write",
  run: (scope, { importId, group }) => acceptGroup(scope, importId, group),
  refuse: describeRepairProblem,
  done: (repaired) => ({ sentence: describeRepaired(repaired) }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const acceptDayFirstAction = memberAction({
  input: z.object(ofImport),
  needs: "imports:write",
  run: (scope, { importId }) => acceptDayFirst(scope, importId),
  refuse: describeRepairProblem,
  done: (repaired) => ({ sentence: describeRepaired(repaired) }),
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
  run: (scope, { importId, cells }) => typeCells(scope, importId, cells),
  refuse: describeRepairProblem,
  done: (repaired) => ({ sentence: describeRepaired(repaired) }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

const place = { row: z.coerce.number().int().min(0), columnIndex: z.coerce.number().int().min(0) };

export const takeBackAction = memberAction({
  input: z.object({ ...ofImport, ...place }),
  needs: "imports:write",
  run: (scope, { importId, row, columnIndex }) =>
    takeBackRepairs(scope, importId, (repair) => repair.row === row && repair.columnIndex === columnIndex),
  refuse: describeRepairProblem,
  done: (repaired) => ({ sentence: describeRepaired(repaired) }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const takeAllBackAction = memberAction({
  input: z.object(ofImport),
  needs: "imports:write",
  run: (scope, { importId }) => takeBackRepairs(scope, importId, () => true),
  refuse: describeRepairProblem,
  done: (repaired) => ({ sentence: describeRepaired(repaired) }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const acceptReturnedAction = memberAction({
  input: z.object({ ...ofImport, workbook: z.string().regex(/^[0-9a-f]{64}$/) }),
  needs: "imports:write",
  run: (scope, { importId, workbook }) => acceptReturned(scope, importId, workbook),
  refuse: describeRepairProblem,
  done: (_repaired, { orgSlug }, { importId }) => ({ redirectTo: `/${orgSlug}/imports/${importId}/repairs` }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
