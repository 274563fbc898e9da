import "server-only";

import { Prisma } from "./generated/prisma/client";

/** The database refuses an entry that CBP accepted before, on whichever claim. The transaction is over. */
export const isAcceptedEntry = (error: unknown): boolean =>
  error instanceof Error && /entry \S+ was accepted by CBP/.test(error.message);

/** Somebody else was quicker, or row-level security hid that the key was taken. The transaction is over. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === "P2002" || (error.code === "P2010" && error.message.includes("Code: `23505`"))); // by plain SQL
