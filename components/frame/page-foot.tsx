import { clsx } from "clsx";

type PageFootProps = {
  /** Version and date of the rules the page was screened with, where it shows any. */
  readonly rules?: string | undefined;
  readonly className?: string;
};

/** Stands once per page, at its foot. */
export function PageFoot({ rules, className }: PageFootProps) {
  return (
    <footer
      className={clsx(
        "flex flex-wrap gap-x-4 gap-y-1 border-t border-line py-4 text-xs text-muted",
        className,
      )}
    >
      <span>Not legal advice.</span>
      <span>Your data stays on this machine.</span>
      {rules === undefined ? null : <span>{rules}</span>}
    </footer>
  );
}
