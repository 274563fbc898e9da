import { clsx } from "clsx";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { buttonLook, type Look } from "./button-look";

export { buttonLook } from "./button-look";

type ButtonProps = ComponentProps<"button"> & Look;

export function Button({
  variant = "primary",
  size = "md",
  className,
  type = "button",
  ...rest
}: ButtonProps) {
  return <button type={type} className={clsx(buttonLook({ variant, size }), className)} {...rest} />;
}

type LinkButtonProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** A file: fetched by the browser itself, never prefetched or routed. */
  readonly download?: boolean;
} & Look;

export function LinkButton({
  href,
  children,
  variant = "primary",
  size = "md",
  className,
  download = false,
}: LinkButtonProps) {
  const look = clsx(buttonLook({ variant, size }), className);
  if (download) {
    return (
      <a href={href} download className={look}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} className={look}>
      {children}
    </Link>
  );
}
