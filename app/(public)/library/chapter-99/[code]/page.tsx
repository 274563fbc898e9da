import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { Chapter99History } from "@/components/reference/chapter-99-table";
import { ReferencePage } from "@/components/reference/reference-page";
import { Notice } from "@/components/ui/notice";
import { PlainLink } from "@/components/ui/plain-link";
import { CHAPTER_99_PROGRAMS, chapter99Code, rowsOfChapter99 } from "@/lib/domain";
import { refundWordsOf } from "@/lib/wording/chapter-99";

import { ALL_CODES, codeHref, toCodeRow } from "../chapter-99-rows";
import { CHAPTER_99_PATH } from "../chapter-99-search";
import { CHAPTER_99_DATED } from "../dated";

type CodePageProps = { readonly params: Promise<{ code: string }> };

const rowsOf = (code: string) => (ALL_CODES.includes(code) ? rowsOfChapter99(chapter99Code(code)) : []);

export async function generateMetadata({ params }: CodePageProps): Promise<Metadata> {
  const { code } = await params;
  const [row] = rowsOf(code);
  if (row === undefined) return {};
  const { name, meaning } = refundWordsOf(row);
  return {
    title: `${code}, ${CHAPTER_99_PROGRAMS[row.program].name}`,
    description: `${code}: ${CHAPTER_99_PROGRAMS[row.program].name}. ${name}. ${meaning}`,
    alternates: { canonical: codeHref(code) },
  };
}

export default async function Chapter99CodePage({ params }: CodePageProps) {
  const { code } = await params;
  const rows = rowsOf(code);
  const [first] = rows;
  if (first === undefined) notFound();
  const { name, meaning, tone } = refundWordsOf(first);
  const at = ALL_CODES.indexOf(code);
  const [before, after] = [ALL_CODES[at - 1], ALL_CODES[at + 1]];
  const program = CHAPTER_99_PROGRAMS[first.program].name;
  return (
    <ReferencePage
      title={code}
      mono
      crumbs={[{ href: CHAPTER_99_PATH, label: "Chapter 99 numbers" }]}
      lead={program}
      dated={CHAPTER_99_DATED}
    >
      <Notice tone={tone} title={`For a refund: ${name.toLowerCase()}`}>
        <p>{meaning}</p>
      </Notice>
      <section aria-labelledby="rows" className="space-y-3">
        <h2 id="rows" className="text-lg font-semibold">
          By day of entry
        </h2>
        <Chapter99History rows={rows.map(toCodeRow)} />
      </section>
      <nav aria-label="Other numbers" className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
        {before === undefined ? null : <PlainLink href={codeHref(before)}>{`Before: ${before}`}</PlainLink>}
        {after === undefined ? null : <PlainLink href={codeHref(after)}>{`Next: ${after}`}</PlainLink>}
        <PlainLink href={`${CHAPTER_99_PATH}?program=${first.program}`}>{`All of ${program}`}</PlainLink>
        <PlainLink href="/tools/screener">Can an entry go into CAPE?</PlainLink>
      </nav>
    </ReferencePage>
  );
}
