import type { Metadata } from "next";

import { EditableText } from "@/components/letters/editable-text";
import { Button, LinkButton } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireMember } from "@/lib/auth/require-member";
import { importersOf } from "@/lib/data/importers";
import { routeTotals } from "@/lib/data/route-entries";
import { inOrganization } from "@/lib/data/tenant";
import { protestSheet } from "@/lib/usecases/protest-sheet";
import { protestReasons, ROUTE_WORDS, type RouteLane } from "@/lib/wording/other-routes";

import { one, type SearchParams } from "../../search-params";
import { toProtestFacts, toRouteSummary, type RouteSummary } from "./route-rows";

export const metadata: Metadata = { title: "Other routes" };

type OtherRoutesPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

const LANES = ["protest", "court", "excluded"] as const satisfies readonly RouteLane[];

export default async function OtherRoutesPage({ params, searchParams }: OtherRoutesPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/other-routes`);
  const base = `/${scope.orgSlug}`;
  const { totals, importers } = await inOrganization(scope, async (t) => ({
    totals: await routeTotals(t, LANES),
    importers: await importersOf(t).list(),
  }));
  const asked = one((await searchParams).importer);
  const importer = importers.find(({ number }) => number === asked);
  const chosen = importer?.number ?? "";
  const query = `importer=${encodeURIComponent(chosen)}`;
  const lines = importer ? await protestSheet(scope, importer.number) : null;
  const total = totals.find(({ lane, importerNumber }) => lane === "protest" && importerNumber === chosen);
  const protest = toRouteSummary(totals, "protest", chosen);

  return (
    <>
      <PageHeader
        title="Other routes"
        crumbs={[{ href: `${base}/entries`, label: "Entries" }]}
        note="For entries that CAPE does not take: what a protest, counsel or a letter needs."
        actions={<LinkButton href={`${base}/letters`}>Letters to the broker</LinkButton>}
      />
      <form action={`${base}/other-routes`} className="flex flex-wrap items-end gap-3">
        <Select
          id="route-importer"
          name="importer"
          label="Importer"
          options={[
            { value: "", label: "All importers" },
            ...importers.map(({ number, name }) => ({
              value: number,
              label: name ? `${name} (${number})` : number,
            })),
          ]}
          defaultValue={chosen}
          className="w-full sm:w-80"
        />
        <Button type="submit" variant="secondary">
          Apply
        </Button>
      </form>
      <Panel title={ROUTE_WORDS.protest.title} note={ROUTE_WORDS.protest.note}>
        <p>{protest.sentence}</p>
        {importer === undefined ? (
          <p className="pt-2 text-muted">
            A protest is made by one party: choose an importer for its sheet and a draft of its reasons.
          </p>
        ) : protest.entries === 0 ? null : (
          <div className="space-y-4 pt-3">
            <LinkButton href={`/api${base}/other-routes/protest?${query}`} download variant="secondary">
              Protest Details Spreadsheet (.xlsx)
            </LinkButton>
            {lines?.ok ? (
              <EditableText
                key={chosen}
                id="protest-reasons"
                label="Draft of the reasons"
                text={protestReasons(toProtestFacts(lines.value, { importer, total }))}
                fileName={`protest-reasons_${chosen}.txt`}
              />
            ) : null}
          </div>
        )}
      </Panel>
      {(["court", "excluded"] as const).map((lane) => (
        <CounselPanel
          key={lane}
          lane={lane}
          {...toRouteSummary(totals, lane, chosen)}
          href={`/api${base}/other-routes/counsel?lane=${lane}&${query}`}
        />
      ))}
    </>
  );
}

type CounselPanelProps = RouteSummary & { readonly lane: "court" | "excluded"; readonly href: string };

const CounselPanel = ({ lane, entries, sentence, href }: CounselPanelProps) => (
  <Panel title={ROUTE_WORDS[lane].title} note={ROUTE_WORDS[lane].note}>
    <p>{sentence}</p>
    {entries === 0 ? null : (
      <div className="pt-3">
        <LinkButton href={href} download variant="secondary">
          List for counsel (.xlsx)
        </LinkButton>
      </div>
    )}
  </Panel>
);
