import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

type TableProps = {
  /** What the table lists; read out by screen readers, and the name of the scrolling region. */
  readonly caption: string;
  readonly children: ReactNode;
  readonly className?: string;
};

/** Scrolls inside its own frame, never the page; the frame takes the keyboard so that it can be scrolled without a mouse. */
export function Table({ caption, children, className }: TableProps) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="relative max-w-full overflow-x-auto rounded-b-lg print:overflow-visible"
    >
      <table className={clsx("w-full border-collapse text-sm", className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function Thead({ children }: { readonly children: ReactNode }) {
  return <thead className="bg-sunken text-left text-xs text-muted">{children}</thead>;
}

export function Tbody({ children }: { readonly children: ReactNode }) {
  return <tbody className="divide-y divide-line">{children}</tbody>;
}

export function Tfoot({ children }: { readonly children: ReactNode }) {
  return <tfoot className="border-t border-line-strong font-medium">{children}</tfoot>;
}

type ThProps = ComponentProps<"th"> & { readonly num?: boolean };

export function Th({ num = false, className, ...rest }: ThProps) {
  return (
    <th
      scope="col"
      className={clsx(
        "px-2.5 py-2 align-middle font-medium whitespace-nowrap first:pl-4 last:pr-4",
        num && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

type TdProps = ComponentProps<"td"> & {
  /** Right aligned figures. */
  readonly num?: boolean;
  /** Entry numbers, tariff numbers, file names, digests. */
  readonly mono?: boolean;
  readonly nowrap?: boolean;
};

export function Td({ num = false, mono = false, nowrap = false, className, ...rest }: TdProps) {
  return (
    <td
      className={clsx(
        "px-2.5 py-2 align-top first:pl-4 last:pr-4",
        num && "text-right",
        (num || mono) && "font-mono whitespace-nowrap",
        nowrap && "whitespace-nowrap",
        className,
      )}
      {...rest}
    />
  );
}
