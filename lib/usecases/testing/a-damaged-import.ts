import { expect } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { accountingOf, shownAccounting } from "@/lib/data/testing/accounting";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import { asOwner } from "@/lib/data/testing/as-owner";
import { importsIn } from "@/lib/data/testing/books-of";

import { repairableImport, surveyImport } from "../survey-repairs";

/** An entry that nothing happened to. */
export const A = entryNumber(1);
export const B = entryNumber(2);
/** Two zeros in front, so that a spreadsheet leaves nine digits. */
export const ZEROS = entryNumber(123456, "004");
export const LOST = ZEROS.slice(2);

/** An import with the repairs accepted so far and what is still wrong in its file. */
export async function workbench(scope: OrgScope, importId: string) {
  const found = await repairableImport(scope, importId);
  if (found === null) throw new Error("not repairable");
  const survey = await surveyImport(scope, found);
  if (!survey.ok) throw new Error(survey.problem.because);
  return { ...found, ...survey.value };
}

type Workbench = Awaited<ReturnType<typeof workbench>>;

export const keyOfGroup = ({ groups }: Workbench, named: string): string => {
  const group = groups.find(({ action, loss }) => action === named || loss === named);
  if (group === undefined) throw new Error(`no group ${named}: ${JSON.stringify(groups)}`);
  return group.key;
};

export const lanesOf = async ({ orgId }: OrgScope): Promise<readonly string[]> =>
  (
    await asOwner<{ entry_number: string; lane: string; refundable: string | null }>(
      "SELECT entry_number, lane, refundable::text FROM screenings WHERE org_id = $1 ORDER BY entry_number",
      [orgId],
    )
  ).map(({ entry_number, lane, refundable }) => `${entry_number} ${lane} ${refundable ?? "range"}`);

export async function expectConserved(scope: OrgScope): Promise<void> {
  for (const books of await importsIn(scope)) expect(accountingOf(books)).toEqual(shownAccounting(books));
}

export const damaged = anEs003([
  aReadyRow(A),
  { ...aReadyRow(B), entry: LOST },
  { ...aReadyRow(B, { ordinal: "2" }), entry: LOST },
]);
export const whole = damaged.replaceAll(LOST, ZEROS);
