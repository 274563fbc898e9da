import type { EntryTypeText } from "@/components/reference/entry-type-table";
import { ENTRY_TYPES, rulesOn, type Day, type EntryTypeRule } from "@/lib/domain";
import { TREATMENT_NAMES, TREATMENT_WORDS } from "@/lib/wording/rules";

/** What CAPE does with each type on a day of filing, and what it did before. */
export function toEntryTypes(asOf: Day): readonly EntryTypeText[] {
  const types = [...new Set(ENTRY_TYPES.flatMap(({ type }) => type ?? []))].sort();
  return types.map((type) => {
    const rule = rulesOn(asOf).entryType(type);
    const before = ENTRY_TYPES.filter((row) => row.type === type && row.until !== null && row.until < asOf);
    return {
      type,
      name: rule.name,
      ...TREATMENT_NAMES[rule.treatment],
      meaning: TREATMENT_WORDS[rule.treatment],
      recon: rulesOn(asOf).reconciliation.acceptedTypes.includes(type),
      since: rule.from,
      before: before.filter(({ treatment }) => treatment !== rule.treatment).map(describeBefore),
      source: `${rule.source.law} (${rule.source.published})`,
      confidence: rule.confidence,
    };
  });
}

const describeBefore = ({ from, until, treatment }: EntryTypeRule): string =>
  `${from} to ${until ?? ""}: ${TREATMENT_WORDS[treatment].toLowerCase()}`;
