// The modules that run beside the web process, bundled: the worker, and the two that run in threads.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const fileOf = async (entry) => path.resolve(fileURLToPath(await bundle(entry)));

/** @returns environment variables for the web process and the worker */
export async function bundlePrograms() {
  return {
    LOOK_PROGRAM: await fileOf("lib/jobs/look-main.ts"),
    WATCH_PROGRAM: await fileOf("lib/jobs/watch-main.ts"),
    WORKER_PROGRAM: await fileOf("lib/jobs/worker-main.ts"),
  };
}
