/** What anybody may use without an account; nothing of it is stored. */
export const PUBLIC_TOOLS = [
  {
    href: "/tools/screener",
    name: "Eligibility screener",
    what: "Six questions tell whether an entry can go into CAPE, needs a protest first, or waits for court or a later phase: with the law and the last days.",
  },
  {
    href: "/tools/cape-file",
    name: "CAPE file and entry number checker",
    what: "Drop a CAPE CSV or paste entry numbers: what CBP would refuse, and a clean file back. It is read in your browser and sent nowhere.",
  },
  {
    href: "/tools/interest",
    name: "Interest calculator",
    what: "Statutory interest by quarter, to the cent, for one deposit or many rows, beside what other ways to compute it would say.",
  },
] as const;

/** The pages to look things up in. */
export const PUBLIC_REFERENCE = [
  {
    href: "/library/chapter-99",
    name: "Chapter 99 numbers",
    what: "764 tariff numbers by day of entry and country, and what each means for a refund.",
  },
  {
    href: "/library/messages",
    name: "CAPE error messages",
    what: "CBP's words, what they mean, who mends it, whether to file again.",
  },
  {
    href: "/library/entry-types",
    name: "Entry types",
    what: "Which types CAPE takes, which it refuses, and since when.",
  },
  {
    href: "/library/checklist",
    name: "Twelve-point checklist",
    what: "What must hold before a declaration is uploaded; to print and sign.",
  },
  { href: "/library/glossary", name: "Glossary", what: "The words of the trade in plain English." },
  { href: "/library/rules", name: "Rules", what: "Every rule CapeDesk applies, dated and cited." },
  { href: "/library/downloads", name: "Downloads", what: "Template, samples, checklist as a PDF." },
] as const;
