import { expect, it } from "vitest";

import { chapter99Code, day, parseHtsNumber, type LikelyCause } from "@/lib/domain";

import { describeLikelyCause } from "./likely-causes";

const at = (code: string, percent: string) => ({ code: chapter99Code(code), percent });

it.each<[LikelyCause, string]>([
  [
    { kind: "two-programs-on-one-row", parts: [at("9903.01.25", "10"), at("9903.01.24", "20")] },
    "Likely two programs on one row: 9903.01.25 (10%) + 9903.01.24 (20%).",
  ],
  [
    { kind: "duty-of-another-number-of-the-line", ...at("9903.81.91", "50") },
    "Likely the duty of another number of this line: 9903.81.91 (50%), Section 232 steel.",
  ],
  [
    {
      ...{ kind: "rate-of-another-period", ...at("9903.01.24", "20") },
      ...{ from: day("2025-03-04"), until: day("2025-11-09") },
    },
    "Likely a rate of another period: 20% stood for 9903.01.24 from 2025-03-04 to 2025-11-09.",
  ],
  [
    {
      ...{ kind: "rate-of-another-period", ...at("9903.01.63", "84") },
      ...{ from: day("2025-04-09"), until: day("2025-04-09") },
    },
    "Likely a rate of another period: 84% stood for 9903.01.63 on 2025-04-09.",
  ],
  [
    { kind: "in-transit-baseline", ...at("9903.01.25", "10") },
    "Possibly goods in transit when the rate changed: they kept the rate of 9903.01.25 (10%).",
  ],
  [
    { kind: "rate-of-another-number", ...at("9903.02.69", "20") },
    "It is the rate of 9903.02.69 (20%), IEEPA reciprocal, country rate, which is not on this line.",
  ],
  [
    { kind: "rate-of-another-origin", ...at("9903.81.98", "25"), origins: "GB" },
    "It is the rate of 9903.81.98 (25%), for goods of GB.",
  ],
  [
    { kind: "rate-of-another-origin", ...at("9903.01.25", "10"), origins: "ALL_EXCEPT:CA;MX" },
    "It is the rate of 9903.01.25 (10%), for goods of other countries.",
  ],
  [
    { kind: "includes-ordinary-duty", hts: parseHtsNumber("8421.39.0115")!, percent: "2.5" },
    "Likely includes the ordinary duty of 8421.39.0115, 2.5%.",
  ],
  [
    { kind: "part-of-the-value", percentOfValue: "27.4" },
    "Likely by metal content, on 27.4% of the value, without the second line for the rest.",
  ],
  [{ kind: "fits-no-row-of-the-registry" }, "No rate in the tariff of that day explains it: a typing error?"],
])("%j", (cause, words) => expect(describeLikelyCause(cause)).toBe(words));
