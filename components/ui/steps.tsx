import type { ReactNode } from "react";

export type Step = {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
};

/** Steps in their order, numbered. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="space-y-3">
      {steps.map((step, index) => (
        <li key={index} className="flex gap-3">
          <span
            aria-hidden
            className="flex size-6 shrink-0 items-center justify-center rounded-full border border-line-strong font-mono text-xs"
          >
            {index + 1}
          </span>
          <div className="min-w-0 pt-px">
            <div className="font-medium">{step.title}</div>
            {step.detail === undefined ? null : <div className="text-sm text-muted">{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
