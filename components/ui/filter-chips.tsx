import { clsx } from "clsx";
import { Check } from "lucide";
import Link from "next/link";
import { Icon } from "./icon";

export type Chip = {
  readonly href: string;
  readonly label: string;
  readonly count?: string | undefined;
  readonly selected: boolean;
};

type FilterChipsProps = {
  readonly label: string;
  readonly chips: readonly Chip[];
};

/** A filter lives in the address: each chip is a link that switches itself on or off. */
export function FilterChips({ label, chips }: FilterChipsProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1.5">
        {chips.map((chip) => (
          <li key={chip.label}>
            <Link
              href={chip.href}
              aria-current={chip.selected ? "true" : undefined}
              className={clsx(
                "inline-flex min-h-7 items-center gap-1.5 rounded-md border px-2 text-sm",
                chip.selected
                  ? "border-accent bg-accent-wash font-medium text-accent"
                  : "border-line bg-surface text-ink hover:border-line-strong",
              )}
            >
              {chip.selected ? <Icon of={Check} className="size-3.5" /> : null}
              {chip.label}
              {chip.count === undefined ? null : (
                <span className={clsx("font-mono text-xs", !chip.selected && "text-muted")}>
                  {chip.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
