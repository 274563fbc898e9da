import { describe, expect, it } from "vitest";

import { roleMay, type Permission } from "./permissions";
import { ROLES } from "./scope";

/** Written out, not derived: a change of the table must be made twice, on purpose. */
const WHO_MAY = {
  "entries:read": ["owner", "preparer", "viewer"],
  "imports:write": ["owner", "preparer"],
  "entries:answer": ["owner", "preparer"],
  "declarations:write": ["owner", "preparer"],
  "declarations:attest": ["owner", "preparer"],
  "declarations:download": ["owner", "preparer"],
  "claims:write": ["owner", "preparer"],
  "settings:write": ["owner"],
  "members:write": ["owner"],
} satisfies Record<Permission, readonly string[]>;

describe("permissions", () => {
  it.each(Object.entries(WHO_MAY))("%s is for %j only", (permission, roles) => {
    expect(ROLES.filter((role) => roleMay(role, permission as Permission))).toEqual(roles);
  });
});
