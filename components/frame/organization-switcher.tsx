import { Building2, Check, ChevronsUpDown } from "lucide";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";

export type OrganizationLink = {
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
};

type OrganizationSwitcherProps = {
  readonly organizations: readonly OrganizationLink[];
};

/** With one organization its name; with several a native list of links. */
export function OrganizationSwitcher({ organizations }: OrganizationSwitcherProps) {
  const name = organizations.find(({ current }) => current)?.name ?? "Choose an organization";
  const label = (
    <>
      <Icon of={Building2} className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 grow truncate font-medium">{name}</span>
    </>
  );
  if (organizations.length <= 1) {
    return <p className="flex min-h-9 items-center gap-2 px-2.5">{label}</p>;
  }
  return (
    <details className="relative">
      <summary
        aria-label={`Organization: ${name}. Switch`}
        className="flex min-h-9 list-none items-center gap-2 rounded-md border border-line px-2.5 hover:bg-sunken"
      >
        {label}
        <Icon of={ChevronsUpDown} className="size-3.5 shrink-0 text-muted" />
      </summary>
      <ul className="absolute inset-x-0 z-10 mt-1 max-h-80 overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-lg">
        {organizations.map(({ name: each, href, current }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? "true" : undefined}
              className="flex min-h-8 items-center gap-2 rounded-sm px-2 hover:bg-sunken"
            >
              <span className="min-w-0 grow truncate">{each}</span>
              {current ? <Icon of={Check} className="size-4 text-accent" /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
