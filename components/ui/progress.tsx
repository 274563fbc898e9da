type ProgressProps = {
  readonly label: string;
  /** Whole percent, 0 to 100; null while the size is not known. */
  readonly percent: number | null;
  /** What is done in real units, such as "41.2 MB of 150 MB, 118,930 rows". */
  readonly detail: string;
};

/** A bar that never runs ahead of the work: it shows what is done in the units it was counted in. */
export function Progress({ label, percent, detail }: ProgressProps) {
  const value = percent === null ? {} : { "aria-valuenow": percent };
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{label}</span>
        <span className="font-mono text-sm text-muted">{detail}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={detail}
        {...value}
      >
        <svg aria-hidden width="100%" height="6" className="block overflow-hidden rounded-full bg-sunken">
          {percent === null ? (
            <rect width="100%" height="6" className="animate-pulse fill-accent/40" />
          ) : (
            <rect width={`${String(percent)}%`} height="6" className="fill-accent" />
          )}
        </svg>
      </div>
    </div>
  );
}
