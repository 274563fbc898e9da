export type MissingDocument = {
  readonly name: string;
  readonly because: string;
  readonly law: string;
};

/** Papers that a claim like this usually needs and that are not here. Advice: nothing waits for them. */
export function MissingDocuments({ missing }: { readonly missing: readonly MissingDocument[] }) {
  return (
    <div className="border-t border-line px-4 py-3">
      <h3 className="font-medium">Missing</h3>
      <p className="text-sm text-muted">Nothing is blocked by it.</p>
      <ul className="mt-2 space-y-2">
        {missing.map(({ name, because, law }) => (
          <li key={name} className="max-w-prose">
            <p className="font-medium">{name}</p>
            <p className="text-sm text-muted">
              {because} ({law})
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
