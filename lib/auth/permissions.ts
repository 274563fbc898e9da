import type { Role } from "./scope";

/** What somebody may do in an organization. Reading is a permission too, so that no page asks for none. */
export type Permission =
  | "entries:read"
  | "imports:write"
  | "entries:answer"
  | "declarations:write"
  | "declarations:attest"
  | "declarations:download"
  | "claims:write"
  | "settings:write"
  | "members:write";

// Downloading a declaration freezes it, so it is a preparer's act and not a reading.
const VIEWER = ["entries:read"] as const satisfies readonly Permission[];

const PREPARER = [
  ...VIEWER,
  "imports:write",
  "entries:answer",
  "declarations:write",
  "declarations:attest",
  "declarations:download",
  "claims:write",
] as const satisfies readonly Permission[];

const OWNER = [...PREPARER, "settings:write", "members:write"] as const satisfies readonly Permission[];

const ALLOWED = { viewer: VIEWER, preparer: PREPARER, owner: OWNER } as const satisfies Record<
  Role,
  readonly Permission[]
>;

export const roleMay = (role: Role, permission: Permission): boolean =>
  (ALLOWED[role] as readonly Permission[]).includes(permission);
