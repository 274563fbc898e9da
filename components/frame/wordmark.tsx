import Link from "next/link";
import { Mark, WORDMARK_LOOK } from "./mark";

/** The name, as the way to the start. */
export function Wordmark({ href = "/" }: { readonly href?: string }) {
  return (
    <Link href={href} className={WORDMARK_LOOK}>
      <Mark />
    </Link>
  );
}
