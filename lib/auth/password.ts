import "server-only";

import { hash, verify } from "@node-rs/argon2";

/** OWASP's second recommended setting for argon2id (the library's default kind): 46 MiB, one pass, one lane. */
const PARAMETERS = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 } as const;

/** Made once with PARAMETERS from random bytes nobody kept: what an unknown account's password is compared with. */
export const NOBODYS_HASH =
  "$argon2id$v=19$m=47104,t=1,p=1$0oWmzZpvpBHNozLdDfCQSg$0bpjbwaUI0wpX3MijjUdAcBDqxRWvzXw4iYvqDGOTOs";

/** More at a time would only take the processors and the memory from everybody else. */
const HASHES_AT_ONCE = 2;
/** About a second of waiting; further requests are turned away rather than piled up. */
const WAITING_MAX = 30;

/** Too many people sign in at this very moment. Known before any account is looked at, so it tells nothing of one. */
export class HashingIsBusy extends Error {
  constructor() {
    super("Too many passwords are being checked at once.");
    this.name = "HashingIsBusy";
  }
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= HASHES_AT_ONCE) {
    if (waiting.length >= WAITING_MAX) throw new HashingIsBusy();
    await new Promise<void>((resolve) => waiting.push(resolve)); // whoever ends hands the turn over
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** The password exactly as typed: nothing cut, folded or normalised (ASVS 5.0 6.2.8). */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, PARAMETERS));

/**
 * Costs the same whether the account exists or not: one hash.
 * @param kept - null when there is no such account; the answer is then always false
 */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(kept ?? NOBODYS_HASH, password));
  return matches && kept !== null;
}
