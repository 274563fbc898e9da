import type { Metadata } from "next";

import { EntryTypeTable } from "@/components/reference/entry-type-table";
import { ReferencePage } from "@/components/reference/reference-page";
import { PlainLink } from "@/components/ui/plain-link";
import { today } from "@/lib/clock";
import { RULES } from "@/lib/domain";

import { toEntryTypes } from "./entry-type-rows";

export const metadata: Metadata = {
  title: "Entry types and CAPE",
  description:
    "Which customs entry types CAPE takes for IEEPA refunds today, which it refuses and since when: 01, 03, 06, 08, 09, 11, 21, 31, 47 and the others, each with its source.",
  alternates: { canonical: "/library/entry-types" },
};

export default function EntryTypesPage() {
  const asOf = today();
  return (
    <ReferencePage
      title="Entry types"
      lead="What CAPE does with each entry type by the day of filing. The type is one test of several: liquidation, protest and the rest decide as well."
      dated={`As of ${asOf}, rules ${RULES.version}.`}
    >
      <div className="rounded-lg border border-line bg-surface">
        <EntryTypeTable types={toEntryTypes(asOf)} />
      </div>
      <p className="max-w-prose text-muted">
        An entry that was never filed in ACE, such as a mail entry, has no liquidation there: CAPE does not
        find it (inferred). Of a type that is not listed CBP has published no rule.{" "}
        <PlainLink href="/tools/screener">Screen an entry</PlainLink>
      </p>
    </ReferencePage>
  );
}
