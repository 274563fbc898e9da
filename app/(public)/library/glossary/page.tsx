import type { Metadata } from "next";

import { ReferencePage } from "@/components/reference/reference-page";
import { PlainLink } from "@/components/ui/plain-link";
import { GLOSSARY, GLOSSARY_REVIEWED_ON, glossaryAnchor } from "@/lib/wording/glossary";

export const metadata: Metadata = {
  title: "Glossary",
  description:
    "The words of IEEPA refunds and CAPE in plain English: liquidation, protest, reconciliation, Chapter 99, and beliefs in circulation that are wrong.",
  alternates: { canonical: "/library/glossary" },
};

export default function GlossaryPage() {
  return (
    <ReferencePage
      title="Glossary"
      lead="The words of the trade and of CapeDesk, and beliefs in circulation that are wrong."
      dated={`Reviewed on ${GLOSSARY_REVIEWED_ON}. The rules behind the words, each with its source, stand under Rules.`}
    >
      <nav aria-label="Subjects" className="flex flex-wrap gap-x-6 gap-y-1 print:hidden">
        {GLOSSARY.map(({ id, name }) => (
          <PlainLink key={id} href={`#${id}`}>
            {name}
          </PlainLink>
        ))}
        <PlainLink href="/library/rules">Rules</PlainLink>
      </nav>
      {GLOSSARY.map(({ id, name, terms }) => (
        <section key={id} aria-labelledby={id} className="space-y-3">
          <h2 id={id} className="scroll-mt-4 text-lg font-semibold">
            {name}
          </h2>
          <dl className="divide-y divide-line border-y border-line">
            {terms.map(({ term, meaning, wrong }) => (
              <div
                key={term}
                id={glossaryAnchor(term)}
                className="grid scroll-mt-4 gap-x-6 gap-y-1 py-3 sm:grid-cols-[14rem_minmax(0,1fr)] print:break-inside-avoid"
              >
                <dt className="font-medium">{term}</dt>
                <dd className="max-w-prose space-y-1">
                  <p>{meaning}</p>
                  {wrong === undefined ? null : (
                    <p className="text-muted">
                      <span className="font-medium text-caution">Wrong: </span>
                      {wrong}
                    </p>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </ReferencePage>
  );
}
