/** What stands behind the question mark of an address; a name may stand there several times. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export const all = (found: SearchParams[string]): readonly string[] =>
  found === undefined ? [] : [found].flat();

/** The first value, without zero bytes, which no text of the database can hold. Empty: there is none. */
export const one = (found: SearchParams[string]): string => all(found)[0]?.replaceAll("\0", "").trim() ?? "";
