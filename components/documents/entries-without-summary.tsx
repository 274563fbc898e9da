import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";

type EntriesWithoutSummaryProps = {
  /** "12 entries of 280 entries without a 7501". */
  readonly summary: string;
  readonly entries: readonly { readonly name: string; readonly href: string }[];
  /** How many are not listed. */
  readonly more: number;
  /** A 7501 is attached to the declaration itself: nobody has said which entries it is of. */
  readonly hasSummaryOfSeveral: boolean;
};

export function EntriesWithoutSummary({
  summary,
  entries,
  more,
  hasSummaryOfSeveral,
}: EntriesWithoutSummaryProps) {
  return (
    <div className="border-t border-line px-4 py-3">
      <Disclosure summary={summary}>
        {hasSummaryOfSeveral ? (
          <p className="max-w-prose text-sm text-muted">
            A 7501 is attached to the declaration as a whole; which of these entries it shows is not known.
          </p>
        ) : null}
        <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-2 font-mono text-sm">
          {entries.map(({ name, href }) => (
            <li key={name}>
              <TextLink href={href}>{name}</TextLink>
            </li>
          ))}
        </ul>
        {more > 0 ? <p className="pt-2 text-sm text-muted">and {more.toLocaleString("en-US")} more</p> : null}
      </Disclosure>
    </div>
  );
}
