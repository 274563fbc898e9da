import { describe, expect, it } from "vitest";

import { day } from "../day";
import { chapter99Code } from "../identifiers";
import { usd } from "../money";
import { exactly } from "../refund/amount-range";
import { entryNumbers } from "../testing/an-entry";
import type { IeepaLine } from "./ieepa-lines";
import { PROTEST_DETAILS, protestDetails } from "./protest-details";

const [NUMBER] = entryNumbers(1);

const aLine = (change: Partial<IeepaLine>): IeepaLine => ({
  ...{ lineNumber: "001", code: chapter99Code("9903.01.24"), programName: null, commodity: null },
  ...{ lineValue: usd("10000"), percentFiled: "20", dutyPaid: usd("2000"), refundable: exactly(usd("2000")) },
  source: { file: "f", row: 2 },
  ...change,
});

const changeOf = (change: Partial<IeepaLine>) => {
  const [line] = protestDetails({
    ...{
      number: NUMBER!,
      liquidatedOn: day("2026-07-01"),
      lastDay: day("2026-12-28"),
      lines: [aLine(change)],
    },
  });
  return [line?.changeFrom, line?.changeTo];
};

describe("the changes that a protest asks for", () => {
  it("stand in the columns that CBP recommends, in its order", () => {
    expect(PROTEST_DETAILS.columns).toEqual([
      "Entry Number",
      "Entry Line Number",
      "Change From",
      "Change To",
    ]);
  });

  it("strike out an IEEPA number with its duty", () => {
    expect(changeOf({})).toEqual(["9903.01.24, 20%, duty 2000.00", "Delete 9903.01.24; IEEPA duty 0.00"]);
  });

  it("leave the ordinary duty that a 15 % number holds, where it is known", () => {
    const eu = { code: chapter99Code("9903.02.20"), percentFiled: "15", dutyPaid: usd("1500") };
    expect(changeOf({ ...eu, refundable: exactly(usd("1250")) })).toEqual([
      "9903.02.20, 15%, duty 1500.00",
      "Delete 9903.02.20; ordinary duty 250.00 only",
    ]);
  });

  it("name no amount of ordinary duty that nobody knows", () => {
    const eu = { code: chapter99Code("9903.02.20"), percentFiled: "15", dutyPaid: usd("1500") };
    expect(changeOf({ ...eu, refundable: { min: usd("0"), max: usd("1500") } })[1]).toBe(
      "Delete 9903.02.20; ordinary duty at the column 1 rate of the goods only",
    );
  });

  it("say when the report's duty cannot be read, and no rate where none is known", () => {
    expect(
      changeOf({ dutyPaid: null, percentFiled: null, refundable: { min: usd("0"), max: null } })[0],
    ).toBe("9903.01.24, duty not readable in the report");
  });

  it("are one row for each number of each line", () => {
    const lines = [aLine({}), aLine({ code: chapter99Code("9903.01.25"), lineNumber: "002" })];
    const rows = protestDetails({ number: NUMBER!, liquidatedOn: null, lastDay: null, lines });
    expect(rows.map(({ lineNumber }) => lineNumber)).toEqual(["001", "002"]);
  });
});
