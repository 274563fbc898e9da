// What the operator may set in the environment, read once and checked.
import path from "node:path";

function readPort(text = "3000") {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`PORT must be a number from 1 to 65535; it is "${text}".`);
}

/** The address people type. Everything the wall allows is measured against it. */
function readAppUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new Error(`APP_URL must be an address such as https://capedesk.example.com; it is "${text}".`);
}

export function readSettings(env = process.env) {
  const port = readPort(env.PORT || undefined);
  return {
    port,
    host: env.HOST || "localhost",
    appUrl: readAppUrl(env.APP_URL || `http://localhost:${port}`),
    dataDir: path.resolve(env.DATA_DIR || ".data"),
  };
}
