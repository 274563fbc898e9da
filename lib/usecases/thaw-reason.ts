import { usd, type Reason } from "@/lib/domain";

/** Where a reason holds an amount, which JSON keeps as text. */
const AMOUNTS: ReadonlySet<string> = new Set(["paid", "net", "duty", "expected"]);

/** A reason as it came from the domain, from how it is stored. */
export const thawReason = (stored: unknown): Reason =>
  JSON.parse(JSON.stringify(stored), (key, value: unknown) =>
    typeof value === "string" && AMOUNTS.has(key) ? usd(value) : thawValue(value),
  ) as Reason;

/** Only one kind of reason has an amount named `value`; in others it is what a cell says. */
function thawValue(found: unknown): unknown {
  const isIt = typeof found === "object" && found !== null && "kind" in found && "value" in found;
  if (!isIt || found.kind !== "value-on-chapter-99-row" || typeof found.value !== "string") return found;
  return { ...found, value: usd(found.value) };
}
