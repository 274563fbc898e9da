/** Runs once when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startWorker } = await import("@/lib/jobs/worker");
  // Not awaited into the start: a page must not fail because the queue is late.
  startWorker().catch((error: unknown) => {
    console.error("The job worker did not start:", error);
  });
}
