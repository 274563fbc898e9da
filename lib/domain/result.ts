/** An answer that can fail in a way the user can mend. What we must mend ourselves is thrown instead. */
export type Result<T, P> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <P>(problem: P): Result<never, P> => ({ ok: false, problem });

/** A list that says in its type that it is not empty. */
export type NonEmpty<T> = readonly [T, ...T[]];

export const isNonEmpty = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;

/** Ends a switch over a union: a member nobody handled breaks the build, not the user. */
export function assertNever(unhandled: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(unhandled)}`);
}
