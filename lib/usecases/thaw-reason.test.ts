import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { chapter99Code, usd, type Reason } from "@/lib/domain";
import { describeReason } from "@/lib/wording/reasons";

import { thawReason } from "./thaw-reason";

const place = { lineNumber: "1", ordinal: "1", fileRow: 2, file: "a" };
const code = chapter99Code("9903.01.24");
const amount = fc.integer({ min: -100_000, max: 100_000 }).map((cents) => usd((cents / 100).toFixed(2)));

const withAmounts: fc.Arbitrary<Reason> = fc.oneof(
  amount.map((net): Reason => ({ kind: "ieepa-net-below-zero", net })),
  amount.map((value): Reason => ({ kind: "value-on-chapter-99-row", code, value, place })),
  amount.map((duty): Reason => ({ kind: "duty-on-exemption-number", code, duty, cause: null, place })),
);

describe("a stored reason", () => {
  it("says the same as when it was found, amounts included", () => {
    fc.assert(
      fc.property(withAmounts, (reason) => {
        expect(describeReason(thawReason(JSON.parse(JSON.stringify(reason))))).toEqual(
          describeReason(reason),
        );
      }),
    );
  });

  it("keeps the text of a cell that only looks like an amount", () => {
    expect(thawReason({ kind: "files-disagree", value: "12.50" })).toMatchObject({ value: "12.50" });
  });
});
