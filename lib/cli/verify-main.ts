import path from "node:path";
import { Readable } from "node:stream";

import { openArchive } from "@/lib/files/archive";
import { verifyPacket } from "@/lib/packet/verify-packet";
import { describeRefusal } from "@/lib/wording/refusals";

import type { Outcome } from "./main";

/** `verify`: computes every hash and total of an evidence packet again. @param folder - where relative names begin */
export async function verifyMain(argv: readonly string[], folder: string): Promise<Outcome> {
  const [file, ...more] = argv;
  if (file === undefined || more.length > 0) return fail("Usage: npm run --silent verify -- PACKET.zip");
  const opened = await openArchive(path.resolve(folder, file)).catch(() => null);
  if (opened === null) return fail(`${file}: there is no such file.`);
  if (!opened.ok) return fail(`${file}: ${describeRefusal(opened.problem)}`);
  const archive = opened.value;
  try {
    const parts = [...archive.parts.keys()].map((name) => ({
      name,
      open: () => Readable.from(archive.unpack(name)),
    }));
    const checks = await verifyPacket(parts);
    if (checks.length === 0) return fail(`${file}: this is no evidence packet of CapeDesk.`);
    const lines = checks.map(
      ({ what, holds, found }) => `${holds ? "holds" : "DIFFERS"}  ${what}: ${found}\n`,
    );
    const wrong = checks.filter(({ holds }) => !holds).length;
    if (wrong > 0)
      return fail(`${lines.join("")}${file}: ${String(wrong)} of ${String(checks.length)} differ.`);
    return { exitCode: 0, output: [...lines, `All ${String(checks.length)} hold.\n`] };
  } finally {
    archive.close();
  }
}

const fail = (error: string): Outcome => ({ exitCode: 2, error: `${error}\n` });
