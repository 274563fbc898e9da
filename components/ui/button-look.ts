import { clsx } from "clsx";

type Variant = "primary" | "secondary" | "quiet" | "danger";
type Size = "md" | "sm";

const VARIANT = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent text-accent hover:bg-accent-wash",
  danger: "border-blocked bg-surface text-blocked hover:bg-blocked-wash",
} as const satisfies Record<Variant, string>;

const SIZE = {
  md: "min-h-9 px-3.5 py-1.5 text-base",
  sm: "min-h-7 px-2.5 py-0.5 text-sm",
} as const satisfies Record<Size, string>;

export type Look = {
  readonly variant?: Variant;
  readonly size?: Size;
};

/** The look of a button, for elements that must be something else: a label, a summary. */
export const buttonLook = ({ variant = "primary", size = "md" }: Look): string =>
  clsx(
    "inline-flex items-center justify-center gap-2 rounded-md border font-medium transition-colors select-none print:hidden",
    "disabled:cursor-not-allowed disabled:opacity-60",
    VARIANT[variant],
    SIZE[size],
  );
