/** A number as a spreadsheet shows it in a narrow column: `9.87123E+10`. */
export type Scientific = {
  /** The digits before the E, without the point. */
  readonly digits: string;
  readonly exponent: bigint;
  /** The number written out, where every digit of it is shown; null where digits were lost, or may have been. */
  readonly whole: string | null;
};

const SCIENTIFIC = /^(?<first>[1-9])(?:\.(?<rest>\d+))?E\+?(?<exponent>\d{1,4})$/i;

/** Reads scientific notation without ever making a number of it; null for any other text. */
export function scientificIn(text: string): Scientific | null {
  const parts = SCIENTIFIC.exec(text)?.groups;
  if (parts === undefined) return null;
  const { first = "", rest = "", exponent = "" } = parts;
  const digits = first + rest;
  // As many digits as the number has: fewer, and zeros cannot be told from digits that were rounded away.
  const whole = BigInt(digits.length) === BigInt(exponent) + 1n ? digits : null;
  return { digits, exponent: BigInt(exponent), whole };
}
