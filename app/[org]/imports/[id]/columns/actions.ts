"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { day, parseColumnField, REPORT_KINDS } from "@/lib/domain";
import { dateImport } from "@/lib/usecases/date-import";
import { chooseSheet, forgetColumns, nameColumns } from "@/lib/usecases/name-columns";
import { describeDateProblem, describeNamingProblem } from "@/lib/wording/naming";

const anImport = z.object({ org: z.string(), importId: z.uuid() });

/** `c0`, `c1` … are the fields of the columns in their order; `-` is a column that is not used. */
export const nameColumnsAction = memberAction({
  input: z
    .looseObject({
      org: z.string(),
      importId: z.uuid(),
      report: z.enum(REPORT_KINDS),
      columns: z.coerce.number(),
    })
    .transform(({ columns, ...form }, context) => {
      const fields = Array.from({ length: columns }, (_, index) => {
        const value = form[`c${String(index)}`];
        if (value === "-") return null;
        const field = typeof value === "string" ? parseColumnField(value) : null;
        if (field === null)
          context.addIssue({
            code: "custom",
            path: [`c${String(index)}`],
            message: "Say what the column is.",
          });
        return field;
      });
      return { ...form, fields };
    }),
  needs: "imports:write",
  run: (scope, { importId, report, fields }) => nameColumns(scope, importId, { report, fields }),
  refuse: describeNamingProblem,
  done: ({ importId }, { orgSlug }) => ({ redirectTo: `/${orgSlug}/imports/${importId}` }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/imports`,
});

export const chooseSheetAction = memberAction({
  input: anImport.extend({ sheet: z.string() }),
  needs: "imports:write",
  run: (scope, { importId, sheet }) => chooseSheet(scope, importId, sheet),
  refuse: describeNamingProblem,
  done: ({ importId }, { orgSlug }) => ({ redirectTo: `/${orgSlug}/imports/${importId}` }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/imports`,
});

export const forgetColumnsAction = memberAction({
  input: anImport,
  needs: "imports:write",
  run: (scope, { importId }) => forgetColumns(scope, importId),
  refuse: describeNamingProblem,
  done: () => ({ sentence: "Forgotten. The next file with these headings is read by their words." }),
  revalidate: ({ orgSlug }, { importId }) => `/${orgSlug}/imports/${importId}`,
});

export const dateImportAction = memberAction({
  input: anImport.extend({ day: z.iso.date({ error: "Enter the day on which the report was run." }) }),
  needs: "imports:write",
  run: (scope, { importId, day: found }) => dateImport(scope, importId, day(found)),
  refuse: describeDateProblem,
  done: ({ day: said }) => ({ sentence: `The report counts as of ${said}.` }),
  revalidate: ({ orgSlug }, { importId }) => `/${orgSlug}/imports/${importId}`,
});
