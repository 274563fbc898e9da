import type { Usd } from "@/lib/domain";

type Plain = string | number | boolean | null | undefined;

/** What JSON holds of a value of the domain: the same, with amounts as exact text. */
export type Frozen<E> = E extends Plain
  ? E
  : E extends Usd
    ? string
    : { readonly [Key in keyof E]: Frozen<E[Key]> };
