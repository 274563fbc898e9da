import { createHash, randomBytes } from "node:crypto";

/**
 * A secret address names a row of an organization (a member, an invitation) and holds a secret: by the name the row is
 * found under the organization's own policy, and only the secret opens it.
 */
type SecretLink = { readonly orgId: string; readonly id: string; readonly secret: Buffer };

const ID_BYTES = 16;
const SECRET_BYTES = 32;
/** Base64 of the web, without padding, of two ids and a secret. */
const TOKEN = /^[A-Za-z0-9_-]{86}$/;

const bytesOfId = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");

const idOfBytes = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** Only this is kept. A secret of 256 random bits needs no slow hash. */
export const hashOfSecret = (secret: Buffer): string => createHash("sha256").update(secret).digest("hex");

export const toToken = ({ orgId, id, secret }: SecretLink): string =>
  Buffer.concat([bytesOfId(orgId), bytesOfId(id), secret]).toString("base64url");

/** Null for text that is no such token; one of a stranger's making is found out by its secret. */
export function readToken(token: string): SecretLink | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  if (bytes.byteLength !== 2 * ID_BYTES + SECRET_BYTES) return null;
  return {
    orgId: idOfBytes(bytes.subarray(0, ID_BYTES)),
    id: idOfBytes(bytes.subarray(ID_BYTES, 2 * ID_BYTES)),
    secret: bytes.subarray(2 * ID_BYTES),
  };
}
