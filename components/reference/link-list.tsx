import { TextLink } from "@/components/ui/text-link";

type LinkListProps = {
  readonly title: string;
  readonly links: readonly { readonly href: string; readonly name: string; readonly what: string }[];
};

/** Pages with a sentence each. */
export function LinkList({ title, links }: LinkListProps) {
  return (
    <section className="space-y-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {links.map(({ href, name, what }) => (
          <li key={href} className="max-w-prose">
            <TextLink href={href} className="font-medium">
              {name}
            </TextLink>
            <p className="text-muted">{what}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
