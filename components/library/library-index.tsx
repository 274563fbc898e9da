import { PlainLink } from "@/components/ui/plain-link";

type Entry = { readonly href: string; readonly title: string; readonly summary: string };

export type LibraryShelf = {
  readonly id: string;
  readonly name: string;
  readonly entries: readonly Entry[];
};

/** The shelves of the library: every guide and reference with one sentence. */
export function LibraryIndex({ shelves }: { readonly shelves: readonly LibraryShelf[] }) {
  return (
    <div className="gap-12 space-y-10 md:columns-2">
      {shelves.map(({ id, name, entries }) => (
        <section key={id} aria-labelledby={id} className="break-inside-avoid space-y-4">
          <h2 id={id} className="border-b border-line pb-2 text-lg font-semibold">
            {name}
          </h2>
          <ul className="space-y-4">
            {entries.map(({ href, title, summary }) => (
              <li key={href} className="space-y-0.5">
                <p className="font-medium">
                  <PlainLink href={href}>{title}</PlainLink>
                </p>
                <p className="text-muted text-pretty">{summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
