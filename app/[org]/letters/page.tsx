import type { Metadata } from "next";

import { EditableText } from "@/components/letters/editable-text";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { inOrganization } from "@/lib/data/tenant";
import { letterBooks } from "@/lib/usecases/letter-facts";
import { LETTER_KINDS, LETTER_WORDS, letterText } from "@/lib/wording/letters";

import { one, type SearchParams } from "../../search-params";
import { filerOptions, toLetterFacts } from "./letter-rows";

export const metadata: Metadata = { title: "Letters to the broker" };

type LettersPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

export default async function LettersPage({ params, searchParams }: LettersPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/letters`);
  const base = `/${scope.orgSlug}`;
  const to = one((await searchParams).to);
  const [importer, filer] = [to.slice(0, -4), to.slice(-3)];
  const books = await inOrganization(scope, (t) => letterBooks(t, { importer, filer }));
  const facts = toLetterFacts(books, scope.orgName, today());
  return (
    <>
      <PageHeader
        title="Letters to the broker"
        crumbs={[{ href: `${base}/entries`, label: "Entries" }]}
        note="Filled from your books, to be read and changed before you send them. Nothing is sent from here."
      />
      {facts === null ? (
        <Panel flush>
          <EmptyState title="No importer and filer known yet">
            Import an entry report that names the importer; the letters fill themselves from it.
          </EmptyState>
        </Panel>
      ) : (
        <>
          <form action={`${base}/letters`} className="flex flex-wrap items-end gap-3">
            <Select
              id="letter-to"
              name="to"
              label="Importer and filer"
              options={filerOptions(books)}
              defaultValue={`${facts.importerNumber} ${facts.filerCode}`}
              className="w-full sm:w-96"
            />
            <Button type="submit" variant="secondary">
              Fill the letters
            </Button>
          </form>
          {LETTER_KINDS.map((kind) => (
            <Panel key={kind} title={LETTER_WORDS[kind].title} note={LETTER_WORDS[kind].note}>
              <EditableText
                key={`${facts.importerNumber} ${facts.filerCode}`}
                id={`letter-${kind}`}
                label={LETTER_WORDS[kind].title}
                text={letterText(kind, facts)}
                fileName={`${kind}_${facts.filerCode}_${facts.importerNumber}.txt`}
              />
            </Panel>
          ))}
        </>
      )}
    </>
  );
}
