import { EntryOutcomesTable } from "@/components/claims/entry-outcomes-table";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import type { DeclaredEntry } from "@/lib/data/declared-entries";
import type { ClaimView } from "@/lib/usecases/view-claim";

import { ENTRIES_PER_PAGE, entryPage } from "../row-page";
import { claimHref, toOutcomeRows } from "./claim-rows";

type ClaimEntriesProps = {
  readonly view: ClaimView;
  /** The entries of the declaration with the amounts that were frozen with it; none of a claim filed elsewhere. */
  readonly declared: readonly DeclaredEntry[];
  readonly base: string;
  readonly from: number;
};

/** Every entry of a claim with what CBP said of it, some on a page, all of them as CSV. */
export function ClaimEntries({ view, declared, base, from }: ClaimEntriesProps) {
  const { id, claimNumber, state } = view;
  const asked = id === null ? { number: claimNumber ?? "" } : { claim: id };
  return (
    <Panel
      title="Entries"
      note="What CBP said of each, in its own words; what needs somebody first."
      actions={
        <LinkButton
          href={`/api${base}/claims/entries/export?${new URLSearchParams(asked).toString()}`}
          download
          variant="secondary"
          size="sm"
        >
          Download CSV
        </LinkButton>
      }
      flush
    >
      <EntryOutcomesTable rows={toOutcomeRows(view, declared, base).slice(from, from + ENTRIES_PER_PAGE)} />
      <Pager {...entryPage(state.rows.length, from, claimHref(view, base))} />
    </Panel>
  );
}
