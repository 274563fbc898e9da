import { defineConfig } from "prisma/config";

// Migrations are the owner's work. Commands that read no database (`generate`) still want some URL here.
const url =
  process.env.OWNER_DATABASE_URL ?? process.env.DATABASE_URL ?? "postgresql://unset@127.0.0.1:1/unset";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url },
});
