/** The longest address that mail can carry (RFC 5321, 4.5.3.1.3, less the angle brackets). */
export const EMAIL_CHARACTERS_MAX = 254;

/**
 * One spelling for every way of typing an address, used wherever accounts are made or looked up: otherwise
 * `Ana@Example.com`, `ana@example.com ` and a full-width `ａna@example.com` would be three accounts.
 */
export const normaliseEmail = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();
