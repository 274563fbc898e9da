/** The shelves of the library, in reading order. */
export const GUIDE_GROUP_NAMES = {
  start: "Start here",
  before: "Before you file",
  filing: "Filing and after",
  money: "Law, money and dates",
  about: "About CapeDesk",
} as const;

type ReferencePage = { readonly href: string; readonly title: string; readonly summary: string };

/** Pages that are drawn from tables and not written. */
export const REFERENCE_PAGES: readonly ReferencePage[] = [
  {
    href: "/library/chapter-99",
    title: "Chapter 99 by number",
    summary: "Every number with its program, countries, rate and days, and what it means for a refund.",
  },
  {
    href: "/library/entry-types",
    title: "Entry types",
    summary: "What CAPE does with each type, since when, and by which message of CBP.",
  },
  {
    href: "/library/messages",
    title: "Error dictionary",
    summary: "Every known message of CAPE: what it means, who mends it, and whether to file again.",
  },
  {
    href: "/library/rules",
    title: "Rules, dated and cited",
    summary: "Every rule that CapeDesk applies, with its days, its law and how sure it is.",
  },
  {
    href: "/library/checklist",
    title: "Twelve-point checklist",
    summary: "What has to hold before a declaration is sent, to print and tick.",
  },
  {
    href: "/library/glossary",
    title: "Glossary",
    summary: "The words of the trade and of this program, a sentence each.",
  },
  {
    href: "/library/downloads",
    title: "Downloads",
    summary: "Template, sample files and the checklist as PDF.",
  },
];

/** What anybody may use without an account; nothing of it is stored. */
export const PUBLIC_TOOLS: readonly ReferencePage[] = [
  {
    href: "/tools/screener",
    title: "Eligibility screener",
    summary:
      "Six questions: whether an entry goes into CAPE, needs a protest, or waits for court or a later phase.",
  },
  {
    href: "/tools/cape-file",
    title: "CAPE file and entry number checker",
    summary:
      "Checks a CSV file or pasted entry numbers before you upload them, in your browser; nothing is sent.",
  },
  {
    href: "/tools/interest",
    title: "Interest calculator",
    summary: "Interest by quarter with its worksheet, and what other conventions would give.",
  },
];

/** What can be worked with before signing in. */
export const TOOL_PAGES: readonly ReferencePage[] = [
  {
    href: "/ask",
    title: "Ask",
    summary: "A question, an entry number or a tariff number, answered from these pages.",
  },
  ...PUBLIC_TOOLS,
];

/** The latest day of which anything was found when the library was written. */
export const FACTS_UNTIL = "2026-10-07";
