import { COMMON_PASSWORDS } from "./common-passwords";

/** ASVS 5.0 6.2.1 asks for 8 and recommends 15; 6.2.5 forbids rules of composition, so length carries it. */
export const PASSWORD_CHARACTERS_MIN = 12;
/** Room for any passphrase (6.2.9 asks for 64), and a bound on what one hash may be fed. */
export const PASSWORD_CHARACTERS_MAX = 256;

/** Shorter words turn up in good passwords by chance: nobody named Al should be refused "coral-lantern". */
const WORD_CHARACTERS_MIN = 4;
const DISTINCT_CHARACTERS_MIN = 5;
const REPEATED_BLOCK_CHARACTERS_MAX = 6;
/** `abcdefghijkl` has eleven neighbours, `correct-horse` two. */
const NEIGHBOUR_SHARE_MAX = 0.6;
const KEYBOARD_ROWS = ["`1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"];

export type PasswordProblem =
  "too-short" | "too-long" | "contains-name" | "common" | "repetitive" | "sequence";

/** Said beside the field. Which of them it was is no secret: the person who reads it typed the password. */
export const PASSWORD_SENTENCE = {
  "too-short": `Use ${PASSWORD_CHARACTERS_MIN} characters or more. Several words in a row are easy to remember.`,
  "too-long": `Use ${PASSWORD_CHARACTERS_MAX} characters or fewer.`,
  "contains-name":
    "Leave out your name, your e-mail name, your organization and CapeDesk: they are guessed first.",
  common: "This is among the passwords that are tried first. Choose another.",
  repetitive: "This repeats a few characters. Use more different ones.",
  sequence: "This follows the alphabet, the numbers or the keyboard. Choose something less regular.",
} as const satisfies Record<PasswordProblem, string>;

/** What the password must not be guessed from. */
export type PasswordContext = {
  readonly email: string;
  readonly name: string;
  readonly organization: string;
};

/** The first reason to refuse a new password, or null. Characters are counted as people see them, not as UTF-16. */
export function passwordProblem(password: string, context: PasswordContext): PasswordProblem | null {
  const characters = Array.from(password);
  if (characters.length < PASSWORD_CHARACTERS_MIN) return "too-short";
  if (characters.length > PASSWORD_CHARACTERS_MAX) return "too-long";
  if (isCommon(password)) return "common";
  if (isRepetitive(password.toLowerCase())) return "repetitive";
  if (isSequence(Array.from(password.toLowerCase()))) return "sequence";
  return containsName(password, context) ? "contains-name" : null;
}

/** Case, and signs put behind to please a rule of composition, make no password uncommon. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  return COMMON_PASSWORDS.has(lower) || COMMON_PASSWORDS.has(lower.replace(/[^\p{L}\p{N}]+$/u, ""));
}

function isRepetitive(lower: string): boolean {
  if (new Set(lower).size < DISTINCT_CHARACTERS_MIN) return true;
  for (let length = 1; length <= REPEATED_BLOCK_CHARACTERS_MAX; length++) {
    const block = lower.slice(0, length);
    if (block.repeat(Math.ceil(lower.length / length)).startsWith(lower)) return true;
  }
  return false;
}

function isSequence(characters: readonly string[]): boolean {
  const pairs = characters.slice(1).map((right, at) => [characters[at] ?? "", right] as const);
  const neighbours = pairs.filter(([left, right]) => areNeighbours(left, right)).length;
  return neighbours / pairs.length > NEIGHBOUR_SHARE_MAX;
}

function areNeighbours(left: string, right: string): boolean {
  if (left === right || Math.abs((left.codePointAt(0) ?? 0) - (right.codePointAt(0) ?? 0)) === 1) return true;
  return KEYBOARD_ROWS.some((row) => row.includes(`${left}${right}`) || row.includes(`${right}${left}`));
}

function containsName(password: string, { email, name, organization }: PasswordContext): boolean {
  const compact = lettersAndDigits(password);
  const [emailName = ""] = email.split("@");
  const words = [emailName, organization, ...name.split(/\s+/), "capedesk"].map(lettersAndDigits);
  return words.some((word) => Array.from(word).length >= WORD_CHARACTERS_MIN && compact.includes(word));
}

const lettersAndDigits = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
