import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { env } from "@/lib/env";

import { PrismaClient } from "./generated/prisma/client";

// Kept on globalThis: hot reload evaluates this module again, and each evaluation would open a pool of its own.
const kept = globalThis as unknown as { capedeskPool?: pg.Pool; capedeskPrisma?: PrismaClient };

/** Connections of the web role, shared by Prisma and by COPY. */
export const pool: pg.Pool = (kept.capedeskPool ??= openPool());

export const prisma: PrismaClient = (kept.capedeskPrisma ??= new PrismaClient({
  adapter: new PrismaPg(pool),
}));

function openPool(): pg.Pool {
  const opened = new pg.Pool({ connectionString: env.DATABASE_URL, max: 16 });
  // An idle connection that Postgres closes (a restart) is replaced at the next query; unheard, the event ends the process.
  opened.on("error", (error) => {
    console.warn("A database connection was lost:", error.message);
  });
  return opened;
}
