import { isDatabaseReady } from "@/lib/data/health";

/** For supervisors: 200 when pages can be served, 503 while Postgres does not answer. */
export async function GET(): Promise<Response> {
  const ready = await isDatabaseReady();
  return Response.json({ status: ready ? "ok" : "database-unreachable" }, { status: ready ? 200 : 503 });
}
