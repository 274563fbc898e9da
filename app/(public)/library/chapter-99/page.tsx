import type { Metadata } from "next";

import { Chapter99Search } from "@/components/reference/chapter-99-search";
import { Chapter99Table } from "@/components/reference/chapter-99-table";
import { ReferencePage } from "@/components/reference/reference-page";
import { EmptyState } from "@/components/ui/empty-state";
import { PlainLink } from "@/components/ui/plain-link";
import { chapter99CodeOf, lookUpChapter99, parseHtsNumber } from "@/lib/domain";
import { countOf } from "@/lib/wording/count";

import { ALL_CODES, COUNTRY_OPTIONS, PROGRAM_OPTIONS, RATE_OPTIONS, toCodeRow } from "./chapter-99-rows";
import {
  CHAPTER_99_PATH,
  chapter99Href,
  dayAsked,
  readChapter99Query,
  searchChapter99,
  type Chapter99Query,
} from "./chapter-99-search";
import { CHAPTER_99_DATED } from "./dated";
import type { SearchParams } from "../../../search-params";

export const metadata: Metadata = {
  title: "Chapter 99 numbers",
  description:
    "Every Chapter 99 tariff number filers met from 2025 on, with its rates by day of entry and country, its source, and whether duty paid on it comes back as an IEEPA refund.",
  alternates: { canonical: CHAPTER_99_PATH },
};

const ROWS_PER_PAGE = 50;

type Chapter99PageProps = { readonly searchParams: Promise<SearchParams> };

export default async function Chapter99Page({ searchParams }: Chapter99PageProps) {
  const query = readChapter99Query(await searchParams);
  const found = searchChapter99(query);
  const pages = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE));
  const page = Math.min(query.page, pages);
  const rows = found.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE).map(toCodeRow);
  return (
    <ReferencePage
      title="Chapter 99 numbers"
      lead={`${countOf(ALL_CODES.length, "number", "numbers")}, each with the days of entry on which a rate held. Only 9903.01, 9903.02 and the exemptions 9903.96.01 and .02 are IEEPA; 9903.03 is Section 122 and stays.`}
      dated={CHAPTER_99_DATED}
    >
      <Chapter99Search
        action={CHAPTER_99_PATH}
        values={query}
        programs={PROGRAM_OPTIONS}
        countries={COUNTRY_OPTIONS}
        rates={RATE_OPTIONS}
        dayProblem={query.on !== "" && dayAsked(query) === null ? "Write the day as 2025-09-15." : undefined}
      />
      <section aria-label="Numbers found" className="space-y-3">
        <p role="status">{countOf(found.length, "row", "rows")}</p>
        {rows.length === 0 ? (
          <EmptyState title="No number answers all of that">
            <p>{notListed(query) ?? "Leave out the day or the country, or look by the first digits."}</p>
          </EmptyState>
        ) : (
          <div className="rounded-lg border border-line bg-surface">
            <Chapter99Table rows={rows} />
          </div>
        )}
        <Pages query={query} page={page} pages={pages} />
      </section>
    </ReferencePage>
  );
}

/** What is known of a whole number that the table lacks: the authority of its prefix, and no more. */
function notListed({ q }: Chapter99Query): string | null {
  const hts = parseHtsNumber(q);
  const code = hts && chapter99CodeOf(hts);
  const known = code && lookUpChapter99(code, null, null);
  if (!known || known.listed) return null;
  return `${known.code} is not in the table. By its prefix it belongs to ${known.programName}; nothing else is known of it here.`;
}

function Pages({ query, page, pages }: { query: Chapter99Query; page: number; pages: number }) {
  if (pages === 1) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-4 print:hidden">
      {page > 1 ? <PlainLink href={chapter99Href(query, { page: page - 1 })}>Previous page</PlainLink> : null}
      <span className="text-muted">
        Page {page} of {pages}
      </span>
      {page < pages ? <PlainLink href={chapter99Href(query, { page: page + 1 })}>Next page</PlainLink> : null}
    </nav>
  );
}
