import type { ClockKind, Day } from "@/lib/domain";

import { CLOCK_WORDS } from "./clocks";
import { countOf } from "./count";
import { formatSumAtRisk } from "./deadlines";
import { escaped, oneLine } from "./mail-text";

export const RHYTHM_WORDS = {
  daily: "Every day on which something is due or has moved",
  weekly: "Once a week",
  off: "No e-mail",
} as const;

export const MAIL_STATE_WORDS = {
  none: "in the inbox only",
  sending: "handed over; whether it was delivered is not known",
  sent: "sent by e-mail",
  "not-sent": "the mail server did not take it",
  unknown: "the connection broke; whether it was sent is not known",
} as const;

type DigestFacts = {
  readonly organization: string;
  readonly asOf: Day;
  readonly deadlines: readonly {
    readonly day: Day;
    readonly kind: ClockKind;
    readonly entries: number;
    readonly atRisk: string;
    readonly ranges: number;
  }[];
  readonly deadlinesLeftOut: number;
  readonly moved: readonly string[];
  readonly unread: number;
};

type DigestLinks = {
  readonly deadlines: string;
  readonly inbox: string;
  readonly settings: string;
  readonly unsubscribe: string;
};

export const digestSubject = ({ organization, deadlines, asOf }: DigestFacts): string => {
  const [next] = deadlines;
  const what = next === undefined ? "nothing is due" : `next last day ${next.day}`;
  return `${oneLine(organization)}: ${what} (as of ${asOf})`;
};

export const deadlineSentence = ({
  day,
  kind,
  entries,
  atRisk,
  ranges,
}: DigestFacts["deadlines"][number]): string =>
  `${day}  ${CLOCK_WORDS[kind].name}: ${countOf(entries, "entry", "entries")}, ${formatSumAtRisk(atRisk, ranges)} USD at risk`;

type Section = { readonly title: string; readonly lines: readonly string[] };

/** The parts of a digest, in their order; empty parts are left out. */
export function digestSections(facts: DigestFacts): readonly Section[] {
  const left = facts.deadlinesLeftOut;
  const sections: readonly Section[] = [
    {
      title: "Last days in the next 30 days",
      lines: [
        ...(facts.deadlines.length === 0 ? ["None."] : facts.deadlines.map(deadlineSentence)),
        ...(left === 0 ? [] : [`and ${countOf(left, "further last day", "further last days")}`]),
      ],
    },
    { title: "Moved by changes of the rules", lines: facts.moved },
    {
      title: "Unread",
      lines:
        facts.unread === 0
          ? []
          : [`${countOf(facts.unread, "earlier digest", "earlier digests")} in your inbox`],
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

const linkLines = (links: DigestLinks): readonly (readonly [label: string, url: string])[] => [
  ["All deadlines", links.deadlines],
  ["Your inbox", links.inbox],
  ["How often this comes", links.settings],
  ["Stop these e-mails, without signing in", links.unsubscribe],
];

const FOOT = "Certain refundable duty as your files show it. Not legal advice.";

export function digestText(facts: DigestFacts, links: DigestLinks): string {
  const sections = digestSections(facts).map(({ title, lines }) =>
    [title, ...lines.map((line) => `  ${line}`)].join("\n"),
  );
  const ends = linkLines(links).map(([label, url]) => `${label}: ${url}`);
  return [
    `${oneLine(facts.organization)}, as of ${facts.asOf} (US Eastern)`,
    ...sections,
    ends.join("\n"),
    FOOT,
  ].join("\n\n");
}

/** Text with headings and links: no pictures, no style sheet, nothing that is fetched when it is read. */
export function digestHtml(facts: DigestFacts, links: DigestLinks): string {
  const sections = digestSections(facts).map(
    ({ title, lines }) =>
      `<h2>${escaped(title)}</h2><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`,
  );
  const ends = linkLines(links).map(
    ([label, url]) => `<li><a href="${escaped(url)}">${escaped(label)}</a></li>`,
  );
  return [
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(digestSubject(facts))}</title><body>`,
    `<h1>${escaped(oneLine(facts.organization))}</h1><p>As of ${escaped(facts.asOf)}, US Eastern.</p>`,
    ...sections,
    `<ul>${ends.join("")}</ul><p>${escaped(FOOT)}</p></body></html>`,
  ].join("\n");
}
