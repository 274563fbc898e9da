// Makes the packet of so many invented entries as it is downloaded, reads it to its end, and prints what that took:
// seconds, bytes, the most memory that this process ever had, and what it had before: `node … ENTRIES`.
import { fileURLToPath } from "node:url";
import { bundle } from "../bundle.mjs";

/** The modules that make a packet, for plain Node. */
export const packetModules = () =>
  Promise.all(["lib/packet/testing/a-packet.ts", "lib/packet/packet-zip.ts"].map((file) => bundle(file)));

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function measure(entries) {
  const [{ aPacket }, { packetZip }] = await Promise.all((await packetModules()).map((url) => import(url)));
  const before = megabytes();
  const content = aPacket(entries);
  const started = performance.now();
  let bytes = 0;
  for await (const piece of packetZip(content)) bytes += piece.byteLength;
  const seconds = (performance.now() - started) / 1000;
  return { seconds, bytes, before, peak: megabytes() };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await measure(Number(process.argv[2]))));
