import { PlainLink } from "@/components/ui/plain-link";

type LinkListProps = {
  readonly name: string;
  readonly links: readonly { readonly href: string; readonly title: string; readonly summary: string }[];
};

/** Pages with a sentence each. */
export function LinkList({ name, links }: LinkListProps) {
  return (
    <section className="space-y-3">
      <h2 className="text-lg font-semibold">{name}</h2>
      <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {links.map(({ href, title, summary }) => (
          <li key={href} className="max-w-prose">
            <PlainLink href={href} className="font-medium">
              {title}
            </PlainLink>
            <p className="text-muted">{summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
