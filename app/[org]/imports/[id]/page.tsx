import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { AccountingLine } from "@/components/imports/accounting-line";
import { ImportProgress } from "@/components/imports/import-progress";
import { MissingColumnsNotice } from "@/components/imports/missing-columns-notice";
import { ProblemsList } from "@/components/imports/problems-list";
import { ReadAgainForm } from "@/components/imports/read-again-form";
import { RepairLink } from "@/components/imports/repair-link";
import { SetAsideTable } from "@/components/imports/set-aside-table";
import { LinkButton } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { importsOf, type SetAsideRow, type StoredImport } from "@/lib/data/imports";
import { progressOf } from "@/lib/data/job-queue";
import { inOrganization } from "@/lib/data/tenant";
import { usdText } from "@/lib/domain";
import { isRepairable } from "@/lib/usecases/survey-repairs";
import { toMissingColumns } from "@/lib/wording/missing-columns";
import { countOf, formatBytes } from "@/lib/wording/count";
import { formatInstant } from "@/lib/wording/day";
import { formatUsd } from "@/lib/wording/money";
import { describeStoredRefusal, mayBeReadAgain, type StoredRefusal } from "@/lib/wording/refusals";

import { cancelImportAction, readAgainAction } from "../actions";
import { isUnderWay, toImportProgress } from "../import-progress-state";
import { toProblemGroup, toSetAsideGroups, toSetAsideRow } from "../import-rows";
import { ReadingSection } from "./_components/reading-section";

import { AddedToBooks, Previewed, Undone } from "./life-of-import";

type ImportPageProps = {
  readonly params: Promise<{ org: string; id: string }>;
  readonly searchParams: Promise<{ after?: string }>;
};

export const metadata: Metadata = { title: "Import" };

const SET_ASIDE_PER_PAGE = 100;

export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const { org, id } = await params;
  const scope = await requireMember(org, `/${org}/imports/${id}`);
  const after = z.coerce
    .number()
    .int()
    .min(0)
    .max(2_147_483_647)
    .catch(0)
    .parse((await searchParams).after ?? 0);
  const found = z.uuid().safeParse(id).success
    ? await inOrganization(scope, async (t) => {
        const stored = await importsOf(t).find(id);
        return (
          stored && {
            stored,
            rows: await importsOf(t).setAsideRows(id, after, SET_ASIDE_PER_PAGE + 1, null),
            progress: await progressOf(t, "read-import", id),
          }
        );
      })
    : null;
  if (!found) notFound();
  const { stored, rows, progress } = found;
  const base = `/${scope.orgSlug}`;
  const mayWrite = roleMay(scope.role, "imports:write");
  const hidden = { org: scope.orgSlug, importId: id };
  const readAgain = mayWrite ? <ReadAgainForm action={readAgainAction} hidden={hidden} /> : undefined;

  return (
    <>
      <PageHeader
        title={stored.fileName}
        crumbs={[{ href: `${base}/imports`, label: "Imports" }]}
        note={<ImportFacts stored={stored} />}
        actions={
          stored.state === "committed" ? (
            <>
              <LinkButton href={`${base}/imports/${id}/scan`} variant="secondary">
                Risk report
              </LinkButton>
              <LinkButton href={`${base}/entries`}>See the entries</LinkButton>
            </>
          ) : undefined
        }
      />
      {isRepairable(stored) ? (
        <RepairLink
          href={`${base}/imports/${id}/repairs`}
          problems={stored.problems.reduce((sum, { count }) => sum + count, 0)}
        />
      ) : null}
      {stored.state === "committed" ? (
        <>
          <Committed stored={stored} rows={rows} path={`${base}/imports/${id}`} paged={after > 0} />
          <AddedToBooks scope={scope} stored={stored} />
        </>
      ) : stored.state === "previewed" ? (
        <Previewed scope={scope} stored={stored} />
      ) : stored.state === "undone" ? (
        <Undone scope={scope} stored={stored} />
      ) : stored.state === "refused" ? (
        <Notice
          tone="blocked"
          title="This file was refused; nothing of it was used"
          actions={mayBeReadAgain(stored.refusal as StoredRefusal) ? readAgain : undefined}
        >
          <p>{describeStoredRefusal(stored.refusal as StoredRefusal)}</p>
        </Notice>
      ) : stored.state === "cancelled" ? (
        <Notice
          tone="neutral"
          title="This import was cancelled; nothing of the file was used"
          actions={readAgain}
        />
      ) : isUnderWay(stored) ? (
        <Panel>
          <ImportProgress
            progressUrl={`/api/${scope.orgSlug}/imports/${id}/progress`}
            initial={toImportProgress(stored, progress)}
            {...(mayWrite
              ? { cancel: { action: cancelImportAction, hidden, submit: "Cancel the import" } }
              : {})}
          />
        </Panel>
      ) : null}
      <ReadingSection scope={scope} stored={stored} />
    </>
  );
}

const ImportFacts = ({ stored }: { readonly stored: StoredImport }) => (
  <DescriptionList
    columns={3}
    items={[
      { term: "Size", value: formatBytes(stored.byteSize) },
      { term: "Uploaded", value: formatInstant(stored.createdAt.toISOString()) },
      { term: "SHA-256", value: stored.sha256, mono: true },
    ]}
  />
);

type CommittedProps = {
  readonly stored: StoredImport;
  readonly rows: readonly SetAsideRow[];
  readonly path: string;
  readonly paged: boolean;
};

function Committed({ stored, rows, path, paged }: CommittedProps) {
  const { fileName, recognition, problems, moneyNotScreened } = stored;
  const shown = rows.slice(0, SET_ASIDE_PER_PAGE);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  const groups = problems.flatMap((group) => toProblemGroup(group, fileName) ?? []);
  return (
    <>
      <Panel title="Every row accounted for">
        <AccountingLine
          read={stored.rowsRead}
          used={stored.rowsUsed}
          setAside={stored.rowsSetAside}
          groups={toSetAsideGroups(stored)}
        />
      </Panel>
      {moneyNotScreened.isZero() ? null : (
        <Notice
          tone="caution"
          title={`IEEPA duty of ${formatUsd(usdText(moneyNotScreened))} was not screened`}
        >
          <p>It stands on rows whose entry number cannot be read. Correct them and import the file again.</p>
        </Notice>
      )}
      {recognition && recognition.absent.length > 0 ? (
        <MissingColumnsNotice columns={toMissingColumns(recognition.absent)} />
      ) : null}
      {groups.length > 0 ? (
        <Panel title="Problems found" note="Each with where it is, why it matters and how to mend it." flush>
          <ProblemsList groups={groups} />
        </Panel>
      ) : null}
      {stored.rowsSetAside > 0 ? (
        <Panel
          title="Rows set aside"
          actions={
            <LinkButton href={`/api${path}/set-aside/export`} download variant="secondary" size="sm">
              Download CSV
            </LinkButton>
          }
          flush
        >
          <SetAsideTable rows={shown.map((row) => toSetAsideRow(row, fileName))} />
          <Pager
            previousHref={paged ? path : null}
            nextHref={last ? `${path}?after=${String(last.fileRow)}` : null}
            shown={countOf(stored.rowsSetAside, "row set aside", "rows set aside")}
          />
        </Panel>
      ) : null}
    </>
  );
}
