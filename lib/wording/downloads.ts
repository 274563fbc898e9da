type Download = {
  readonly href: string;
  readonly name: string;
  readonly what: string;
};

/** What anybody may take along; every importer, filer and amount in the samples is invented. */
export const DOWNLOADS: readonly { readonly name: string; readonly files: readonly Download[] }[] = [
  {
    name: "To fill in",
    files: [
      {
        href: "/library/downloads/template",
        name: "Import template (Excel)",
        what: "The columns that CapeDesk reads, one row for each tariff number of each line. For data that no report holds. Its cells are text, so that Excel leaves numbers and dates as they are typed.",
      },
      {
        href: "/templates/capedesk-template.csv",
        name: "Import template (CSV)",
        what: "The same columns, for programs that write their own files.",
      },
      {
        href: "/library/downloads/declaration",
        name: "CAPE Declaration, example (CSV)",
        what: "The file CBP takes, byte for byte, with two invented entry numbers: one column, CRLF line ends, no quotes, no byte order mark.",
      },
      {
        href: "/library/downloads/checklist",
        name: "Twelve-point checklist (PDF)",
        what: "To tick and sign before a declaration is uploaded.",
      },
    ],
  },
  {
    name: "Sample reports",
    files: [
      {
        href: "/samples/ace-es003-with-liquidation.csv",
        name: "ES-003 with liquidation columns",
        what: "As ACE gives it once Liquidation Date and Liquidation Status are added.",
      },
      {
        href: "/samples/broker-grouped-titled.csv",
        name: "Broker's line report",
        what: "Title rows, the data of an entry only on its first row, a total at the foot.",
      },
      {
        href: "/samples/broker-wide-excel-damaged.csv",
        name: "Wide report damaged by Excel",
        what: "One row a line, a column for each program, lost zeros and numbers in scientific notation.",
      },
      {
        href: "/samples/cape-claim-details.csv",
        name: "Claim Details",
        what: "CBP's answer to a declaration, entry by entry.",
      },
    ],
  },
];
