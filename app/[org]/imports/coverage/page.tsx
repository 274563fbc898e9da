import type { Metadata } from "next";

import { CoverageMonths, CoveredFiles } from "@/components/imports/coverage-tables";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireMember } from "@/lib/auth/require-member";
import { coveredMonths, coveringFiles } from "@/lib/data/coverage";
import { importsOf } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { IEEPA_WINDOW } from "@/lib/domain";
import { countOf } from "@/lib/wording/count";
import { formatDay } from "@/lib/wording/day";

import { toCoverageGroups, toCoveredFiles } from "./coverage-rows";

export const metadata: Metadata = { title: "Coverage" };

type CoveragePageProps = {
  readonly params: Promise<{ org: string }>;
};

const FILES_SHOWN_MAX = 200;
const GROUPS_SHOWN_MAX = 60;

export default async function CoveragePage({ params }: CoveragePageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/imports/coverage`);
  const base = `/${scope.orgSlug}`;
  const { months, files, imports } = await inOrganization(scope, async (t) => ({
    months: await coveredMonths(t),
    files: await coveringFiles(t),
    imports: await importsOf(t).list(FILES_SHOWN_MAX),
  }));
  const groups = toCoverageGroups(months);

  return (
    <>
      <PageHeader
        title="Coverage"
        crumbs={[{ href: `${base}/imports`, label: "Imports" }]}
        note={`Which entries your files show, by filer, importer and month of entry. IEEPA duty was due on goods entered from ${formatDay(IEEPA_WINDOW.from)} to ${formatDay(IEEPA_WINDOW.until)}.`}
      />
      {groups.length === 0 ? (
        <EmptyState title="No file is in the books yet">
          Coverage appears with the first file that is added.
        </EmptyState>
      ) : (
        <Panel title="Files in the books" flush>
          <CoveredFiles files={toCoveredFiles(files, imports, base)} />
        </Panel>
      )}
      {groups.slice(0, GROUPS_SHOWN_MAX).map((group) => (
        <Panel
          key={group.key}
          title={`Filer ${group.filer}, ${group.importerName || (group.importer ?? "importer not known")}`}
          note={[
            ...(group.importer === null ? [] : [group.importer]),
            countOf(group.entries, "entry", "entries"),
            group.gaps === 0
              ? "no gap"
              : countOf(
                  group.gaps,
                  "month without entries between others",
                  "months without entries between others",
                ),
          ].join(" · ")}
          flush
        >
          <CoverageMonths group={group} />
        </Panel>
      ))}
      {groups.length > GROUPS_SHOWN_MAX ? (
        <p className="text-muted">
          The first {GROUPS_SHOWN_MAX} of{" "}
          {countOf(groups.length, "filer and importer", "filers and importers")}.
        </p>
      ) : null}
    </>
  );
}
