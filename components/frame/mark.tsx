export const WORDMARK_LOOK = "inline-flex min-h-8 items-center gap-2 rounded-sm font-semibold tracking-tight";

/** The name with its mark: a ruled ledger page with one line checked. */
export function Mark() {
  return (
    <>
      <svg aria-hidden viewBox="0 0 20 20" className="size-5 shrink-0">
        <rect width="20" height="20" rx="4" className="fill-accent" />
        <path
          d="M5 6h10M5 10h4M5 14h4"
          className="stroke-on-accent"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
        <path
          d="m11 12.2 1.7 1.7 3-3.6"
          className="fill-transparent stroke-on-accent"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      CapeDesk
    </>
  );
}
