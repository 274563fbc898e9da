const NOWHERE = "http://nowhere.invalid";
const CHARACTERS_MAX = 2000;

/**
 * A place in this app to go on to after signing in, or null. What comes from an address bar may try to lead to another
 * site (`//evil.example`, `/\evil.example`, `javascript:`), or back to the sign-in page for ever.
 */
export function safeNext(found: unknown): string | null {
  if (typeof found !== "string" || found.length > CHARACTERS_MAX) return null;
  // Browsers drop control characters and read a backslash as a slash, after any check that took them literally.
  if (!found.startsWith("/") || /[\\\u0000-\u0020\u007f]/.test(found)) return null;
  if (!URL.canParse(found, NOWHERE)) return null;
  const url = new URL(found, NOWHERE);
  // Resolving dots may leave two slashes in front (`/.//evil.example`), which is another site again.
  if (url.origin !== NOWHERE || /^\/(\/|(sign-in|sign-up|api)(\/|$))/.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
