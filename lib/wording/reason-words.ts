import type { Reason } from "@/lib/domain";

/** A reason in words: one sentence a broker reads, and the facts that decided it. */
export type ReasonWords = {
  readonly sentence: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
};

/** One way to say each kind of reason. A kind without words breaks the build where the tables are joined. */
export type ReasonTable = {
  readonly [Kind in Reason["kind"]]: (reason: Extract<Reason, { kind: Kind }>) => ReasonWords;
};

/** Facts without a value are left out. */
export const say = (
  sentence: string,
  facts: Readonly<Record<string, string | null | undefined>> = {},
): ReasonWords => ({
  sentence,
  facts: Object.entries(facts).flatMap(([name, value]) =>
    value === null || value === undefined || value === "" ? [] : { name, value },
  ),
});
