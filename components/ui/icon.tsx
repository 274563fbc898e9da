import type { IconNode } from "lucide";
import { createElement, type ComponentProps } from "react";

type IconProps = Omit<ComponentProps<"svg">, "children"> & { readonly of: IconNode };

/**
 * A shape of Lucide's, drawn where the page is made. Lucide's own React icons are client components: each would bring a
 * script to pages that are only read. Always beside a word, so never read out.
 */
export function Icon({ of, ...rest }: IconProps) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...rest}
    >
      {of.map(([tag, attributes], index) => createElement(tag, { ...attributes, key: index }))}
    </svg>
  );
}
