import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { HeldTable } from "@/components/scan/held-table";
import { LanesTable } from "@/components/scan/lanes-table";
import { RisksTable } from "@/components/scan/risks-table";
import { StackedTable } from "@/components/scan/stacked-table";
import { MisprogrammedTable } from "@/components/stacking/misprogrammed-table";
import { ProgramTable } from "@/components/stacking/program-table";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireMember } from "@/lib/auth/require-member";
import { scanImport } from "@/lib/usecases/scan-import";
import { countOf, formatCount } from "@/lib/wording/count";

import { toMisprogrammedRow } from "../../../stacking/misprogrammed-rows";
import { toProgramRows, toStackingTotal } from "../../../stacking/program-rows";
import { toScanReport } from "./scan-rows";

export const metadata: Metadata = { title: "Risk report" };

type ScanPageProps = {
  readonly params: Promise<{ org: string; id: string }>;
};

/** The workbook holds them all. */
const ROWS_SHOWN = 100;

export default async function ScanPage({ params }: ScanPageProps) {
  const { org, id } = await params;
  const scope = await requireMember(org, `/${org}/imports/${id}/scan`);
  const scan = z.uuid().safeParse(id).success ? await scanImport(scope, id, ROWS_SHOWN) : null;
  if (!scan) notFound();
  const base = `/${scope.orgSlug}`;
  const report = toScanReport(scan, scope.orgName);
  const { screened, total, risks, held, stacked, flags } = report;
  const route = `/api${base}/imports/${id}/scan`;

  return (
    <>
      <PageHeader
        title="Risk report"
        crumbs={[
          { href: `${base}/imports`, label: "Imports" },
          { href: `${base}/imports/${id}`, label: report.fileName },
        ]}
        note={`What CAPE would say of ${countOf(total.entries, "entry", "entries")} in this file${screened ? `, as of ${screened.on}, rules ${screened.rulesVersion}` : ""}. An estimate from your data; CBP decides.`}
        actions={
          <>
            <LinkButton href={`${route}?form=pdf`} download variant="secondary">
              Report (PDF)
            </LinkButton>
            <LinkButton href={`${route}?form=xlsx`} download variant="secondary">
              Workbook (.xlsx)
            </LinkButton>
          </>
        }
      />
      {screened === null ? (
        <Notice tone="neutral" title="No entry of the books rests on this file">
          <p>Its rows repeat those of other files, or all of them were set aside.</p>
        </Notice>
      ) : null}
      <Panel
        title="Rejection risks"
        note="By the message that would come back, most money first. An entry with several messages stands under each."
        flush
      >
        <RisksTable risks={risks} />
      </Panel>
      <Panel title="Where the entries stand" flush>
        <LanesTable lanes={report.lanes} total={total} />
      </Panel>
      <Panel
        title="Stacking"
        note="Under which program duty was paid, what of it comes back, what stays."
        flush
      >
        <ProgramTable rows={toProgramRows(scan.programs)} total={toStackingTotal(scan.programs)} />
      </Panel>
      {stacked.length === 0 ? null : (
        <Panel
          title="Paid beside IEEPA"
          note="Entries that paid another duty too: only the IEEPA part comes back, and CBP recalculates the rest."
          flush
        >
          <StackedTable rows={stacked} />
        </Panel>
      )}
      <Panel title="Mis-programmed money" note={listNote(flags.count, "row", "rows")} flush>
        <MisprogrammedTable rows={scan.flags.rows.map((row) => toMisprogrammedRow(row, base))} />
      </Panel>
      <Panel
        title="Watch list"
        note={`AD/CVD and other entries whose refund waits for somebody else. ${listNote(held.count, "entry", "entries")}`}
        flush
      >
        <HeldTable rows={held.entries} base={base} />
      </Panel>
    </>
  );
}

const listNote = (count: number, one: string, many: string): string =>
  count > ROWS_SHOWN
    ? `The first ${formatCount(ROWS_SHOWN)} of ${countOf(count, one, many)}, most money first; the workbook holds more.`
    : `${countOf(count, one, many)}.`;
