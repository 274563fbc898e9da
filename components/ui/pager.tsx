import { ChevronLeft, ChevronRight } from "lucide";
import { LinkButton } from "./button";
import { Icon } from "./icon";

type PagerProps = {
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** Which rows are shown: "1 to 100 of 4,182". */
  readonly shown: string;
};

export function Pager({ previousHref, nextHref, shown }: PagerProps) {
  return (
    <nav
      aria-label="Pages"
      className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-2 text-sm text-muted"
    >
      <span>{shown}</span>
      <span className="flex gap-2">
        {previousHref === null ? null : (
          <LinkButton href={previousHref} variant="secondary" size="sm">
            <Icon of={ChevronLeft} className="size-4" />
            Previous
          </LinkButton>
        )}
        {nextHref === null ? null : (
          <LinkButton href={nextHref} variant="secondary" size="sm">
            Next
            <Icon of={ChevronRight} className="size-4" />
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
