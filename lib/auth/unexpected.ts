import "server-only";

import { randomBytes } from "node:crypto";

/**
 * Logs a fault of ours whole, and gives the one sentence that is shown instead.
 * @returns a sentence with a reference that leads to the log
 */
export function sorrySentence(error: unknown, what: string): string {
  const reference = randomBytes(4).toString("hex");
  console.error(`[${reference}] ${what} failed:`, error);
  return `Sorry, this could not be done. The fault is ours and was logged under the reference ${reference}.`;
}
