type ChecklistProps = {
  readonly points: readonly {
    readonly point: number;
    readonly title: string;
    readonly howToCheck: string;
    readonly otherwise: string;
    readonly law: string;
  }[];
};

/** To be read, or printed and ticked by hand. */
export function Checklist({ points }: ChecklistProps) {
  return (
    <>
      <ol className="divide-y divide-line border-y border-line">
        {points.map(({ point, title, howToCheck, otherwise, law }) => (
          <li key={point} className="flex gap-3 py-3 print:break-inside-avoid">
            <span aria-hidden className="mt-0.5 size-4.5 shrink-0 rounded-sm border border-line-strong" />
            <div className="min-w-0 max-w-prose space-y-0.5">
              <h2 className="font-medium">
                {point}. {title}
              </h2>
              <p>{howToCheck}</p>
              <p className="text-sm text-muted">
                If not: {otherwise} {law}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className="hidden gap-8 pt-6 print:flex">
        <span className="grow border-t border-line-strong pt-1">Importer and declaration</span>
        <span className="grow border-t border-line-strong pt-1">Name and signature</span>
        <span className="w-32 border-t border-line-strong pt-1">Date</span>
      </p>
    </>
  );
}
