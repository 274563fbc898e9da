import { type Day, day } from "../day";

/**
 * Interest figures that the IRS and Customs published, with the rates they used. All compound daily, by 365 or 366 days,
 * from the day after the start to the end date, each day at its own quarter's rate, unless `remark` says otherwise.
 */
export type PublishedFigure = {
  readonly id: string;
  readonly source: string;
  readonly principal: string;
  readonly from: Day;
  readonly to: Day;
  readonly rates: readonly (readonly [from: string, annualPercent: string])[];
  readonly expected: string;
  /** Interest less principal, nine decimals, where the source prints it. */
  readonly expectedFactor?: string;
  readonly remark?: string;
};

export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [
  {
    id: "irs-james-1",
    source: "IRS Internal Revenue Manual 20.2.14 Figure 20.2.14-8, James Corp.",
    principal: "20000.00",
    from: day("2013-03-15"),
    to: day("2013-07-08"),
    rates: [["2011-10-01", "3"]],
    expected: "189.93",
    expectedFactor: "0.009496474",
    remark:
      "115 days; the figure prints the interest period as 03/16-07/08, which fixes the day-after-start convention",
  },
  {
    id: "irs-james-2",
    source: "IRS Internal Revenue Manual 20.2.14 Figure 20.2.14-8, James Corp.",
    principal: "20189.93",
    from: day("2013-07-08"),
    to: day("2013-07-17"),
    rates: [["2011-10-01", "3"]],
    expected: "14.94",
    expectedFactor: "0.000739969",
    remark: "9 days, continuing from the rounded balance",
  },
  {
    id: "irs-james-3",
    source: "IRS Internal Revenue Manual 20.2.14 Figure 20.2.14-8, James Corp.",
    principal: "80346.91",
    from: day("2013-07-17"),
    to: day("2015-04-02"),
    rates: [["2011-10-01", "3"]],
    expected: "4228.13",
    expectedFactor: "0.052623441",
    remark: "624 days",
  },
  {
    id: "irs-athens-corp",
    source: "IRS Internal Revenue Manual 20.2.14 Exhibit 20.2.14-9, Athens",
    principal: "10000.00",
    from: day("2008-03-15"),
    to: day("2009-03-23"),
    rates: [
      ["2008-01-01", "6"],
      ["2008-04-01", "5"],
      ["2008-07-01", "4"],
      ["2008-10-01", "5"],
      ["2009-01-01", "4"],
    ],
    expected: "477.67",
    expectedFactor: "0.047766685",
    remark:
      "five rate quarters and a leap year; rates equal the corporate overpayment column of the CBP notice 89 FR 77879. A 365-only day count gives 0.047874834 and fails",
  },
  {
    id: "irs-athens-over10k",
    source: "IRS Internal Revenue Manual 20.2.14 Exhibit 20.2.14-9, Athens",
    principal: "69000.00",
    from: day("2008-03-15"),
    to: day("2009-03-23"),
    rates: [
      ["2008-01-01", "4.5"],
      ["2008-04-01", "3.5"],
      ["2008-07-01", "2.5"],
      ["2008-10-01", "3.5"],
      ["2009-01-01", "2.5"],
    ],
    expected: "2198.59",
    expectedFactor: "0.031863551",
    remark:
      "needs the factor rounded to 9 decimals before multiplying (IRS practice); the unrounded factor gives 2198.58",
  },
  {
    id: "revproc-95-17-table63-5d",
    source:
      "Rev. Proc. 95-17 Table 63 (5 %, leap year) as quoted in US DOL EBSA, Voluntary Fiduciary Correction Program calculator instructions (Rev. Proc. 95-17 factors); the worked text was read through a scraped mirror",
    principal: "1",
    from: day("2004-09-30"),
    to: day("2004-10-05"),
    rates: [["2004-10-01", "5"]],
    expected: "0.000683247",
    expectedFactor: "0.000683247",
    remark: "a factor, not money: 9 decimals. The leap-year tables of Rev. Proc. 95-17 divide by 366",
  },
  {
    id: "customs-hq-221692",
    source: "US Customs ruling HQ 221692 (3 Dec 1990), bill actually issued by Customs",
    principal: "109843.12",
    from: day("1987-02-21"),
    to: day("1988-04-16"),
    rates: [
      ["1987-01-01", "9"],
      ["1987-10-01", "10"],
      ["1988-01-01", "11"],
      ["1988-04-01", "10"],
    ],
    expected: "12941.46",
    remark:
      "dates are our reading (ruling gives liquidation 6 Feb 1987, payment 4 Apr 1988 and the total); simple interest on the same days is about 12,235. Accept +/- 0.02",
  },
];
