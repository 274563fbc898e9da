import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { ColumnForm } from "@/components/imports/column-form";
import { ColumnPreview } from "@/components/imports/column-preview";
import { SheetChoice } from "@/components/imports/sheet-choice";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { importsOf } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { describeMappingProblem } from "@/lib/wording/mapping-problems";
import { REPORT_NAMES } from "@/lib/wording/reports";

import { chooseSheetAction, nameColumnsAction } from "./actions";
import {
  chosenReport,
  chosenValues,
  NAMEABLE_REPORTS,
  stillMissing,
  toColumnChoices,
  toPreviewLines,
  type Asked,
} from "./column-rows";

type ColumnsPageProps = {
  readonly params: Promise<{ org: string; id: string }>;
  readonly searchParams: Promise<Asked>;
};

export const metadata: Metadata = { title: "Name the columns" };

export default async function ColumnsPage({ params, searchParams }: ColumnsPageProps) {
  const { org, id } = await params;
  const scope = await requireMember(org, `/${org}/imports/${id}/columns`);
  const stored = z.uuid().safeParse(id).success
    ? await inOrganization(scope, (t) => importsOf(t).find(id))
    : null;
  const sample = stored?.headerSample;
  if (!stored || !sample || !roleMay(scope.role, "imports:write")) notFound();

  const asked = await searchParams;
  const report = chosenReport(asked, sample);
  const values = chosenValues(asked, sample);
  const missing = stillMissing(report, values);
  const base = `/${scope.orgSlug}/imports`;
  const hidden = { org: scope.orgSlug, importId: id };
  return (
    <>
      <PageHeader
        title="Name the columns"
        crumbs={[
          { href: base, label: "Imports" },
          { href: `${base}/${id}`, label: stored.fileName },
        ]}
        note="Your word is kept for every file with the same headings, and the file itself is not changed."
      />
      {sample.problems.length > 0 ? (
        <Notice tone="caution" title="What the headings leave open">
          <ul className="list-disc pl-4">
            {sample.problems.map((problem) => (
              <li key={describeMappingProblem(problem)}>{describeMappingProblem(problem)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {stored.sheets.length > 1 ? (
        <SheetChoice action={chooseSheetAction} hidden={hidden} sheet={stored.sheet} sheets={stored.sheets} />
      ) : null}
      <Panel title="How the first rows would be read" flush>
        {missing.length > 0 ? (
          <p className="px-4 py-3 text-sm text-caution">Still needed: {missing.join(", ")}.</p>
        ) : null}
        <ColumnPreview lines={toPreviewLines(sample, report, values, stored.fileName)} />
      </Panel>
      <Panel
        title="The columns"
        note={`Headings in row ${String(sample.headerRow)}, with values of the first rows.`}
      >
        <ColumnForm
          action={nameColumnsAction}
          hidden={{ ...hidden, columns: String(sample.columns.length) }}
          report={report}
          reports={NAMEABLE_REPORTS.map((kind) => ({ value: kind, label: REPORT_NAMES[kind] }))}
          columns={toColumnChoices(sample, report, values)}
        />
      </Panel>
    </>
  );
}
