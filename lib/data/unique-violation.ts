import "server-only";

import { Prisma } from "./generated/prisma/client";

/** Somebody else was quicker, or row-level security hid that the key was taken. The transaction is over. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
