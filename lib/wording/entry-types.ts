import { type Day, rulesOn } from "@/lib/domain";

/** `01 Consumption, free and dutiable`, by the law table of the day; the bare code where it has no row. */
export function formatEntryType(code: string, asOf: Day): string {
  const rule = rulesOn(asOf).entryType(code);
  return rule.type === null ? code : `${code} ${rule.name}`;
}
