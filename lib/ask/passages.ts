import {
  CAPE_MESSAGES,
  type CapeMessage,
  CHAPTER_99_PROGRAMS,
  CHAPTER_99_ROWS,
  chapter99Code,
  type Chapter99Row,
  ENTRY_TYPES,
  ruleIndex,
  type RuleEntry,
  rowsOfChapter99,
} from "@/lib/domain";
import { type Block, type Blocks, type Guide, type Inlines, plainText } from "@/lib/library/document";
import { describeOrigins } from "@/lib/wording/chapter-99";
import { CHECKLIST, CHECKLIST_TITLE } from "@/lib/wording/checklist";
import { DOWNLOADS } from "@/lib/wording/downloads";
import { REFERENCE_PAGES, TOOL_PAGES } from "@/lib/wording/library";
import { describeRule, describeRuleDays, RULE_SUBJECT_NAMES, TREATMENT_WORDS } from "@/lib/wording/rules";

export type PassageKind =
  "guide" | "rule" | "message" | "entry-type" | "chapter-99" | "term" | "page" | "point";

/** A part of a page of ours that can be found and quoted. */
export type Passage = {
  readonly id: string;
  readonly kind: PassageKind;
  /** The page without an anchor: passages of one page are one answer. */
  readonly page: string;
  readonly href: string;
  readonly pageTitle: string;
  readonly heading: string;
  /** Sentences, list items and table rows, each of which can be quoted by itself. */
  readonly units: readonly string[];
  /** Words that head a part of it without being a heading: bold beginnings, first cells of rows, quoted beliefs. */
  readonly labels: readonly string[];
  /** Where the statement can be read, for those that are one rule. */
  readonly law: string | null;
  readonly confidence: RuleEntry["confidence"] | null;
};

/** A word of the trade with its meaning, as the glossary has it. */
export type Term = { readonly term: string; readonly meaning: string; readonly href: string };

/** Everything a question can be answered from. */
export const passagesOf = (guides: readonly Guide[], terms: readonly Term[]): readonly Passage[] => [
  ...guides.flatMap(guidePassages),
  ...ruleIndex().map(rulePassage),
  ...CAPE_MESSAGES.map(messagePassage),
  ...entryTypePassages(),
  ...chapter99Passages(),
  ...terms.map(termPassage),
  ...CHECKLIST.map(checklistPassage),
  ...DOWNLOADS.flatMap(({ name, files }) => files.map((file) => downloadPassage(file, name))),
  ...[...REFERENCE_PAGES, ...TOOL_PAGES].map(({ href, title, summary }) => ({
    ...plain("page", href, title),
    id: `page ${href}`,
    heading: title,
    units: [summary],
  })),
];

const plain = (kind: PassageKind, page: string, pageTitle: string) => ({
  kind,
  page,
  href: page,
  pageTitle,
  labels: [],
  law: null,
  confidence: null,
});

/** A guide by its headings; what stands above the first is its beginning. */
function guidePassages({ slug, title, summary, blocks }: Guide): readonly Passage[] {
  const page = `/library/${slug}`;
  const parts: { heading: string; href: string; blocks: Block[] }[] = [
    { heading: title, href: page, blocks: [] },
  ];
  for (const block of blocks)
    if (block.kind === "heading")
      parts.push({ heading: plainText(block.children), href: `${page}#${block.id}`, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  return parts.map(({ heading, href, blocks: own }, index) => ({
    ...plain("guide", page, title),
    id: `guide ${href}`,
    href,
    heading,
    units: index === 0 ? [summary, ...unitsOf(own)] : unitsOf(own),
    labels: own.flatMap(labelsIn),
  }));
}

/** A signpost to another page answers nothing itself. */
const SIGNPOST = "Next: ";

const unitsOf = (blocks: Blocks): readonly string[] =>
  blocks.flatMap(unitsIn).filter((unit) => !unit.startsWith(SIGNPOST));

function unitsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [plainText(block.children).trim()];
    case "list":
      return block.items.map((item) => unitsOf(item).join(" "));
    case "quote":
      return unitsOf(block.blocks);
    case "belief":
      return [`Said: ${plainText(block.said)} ${unitsOf(block.holds).join(" ")}`];
    case "table":
      return block.rows.map((row) =>
        row
          .map((cell) => plainText(cell).trim())
          .filter((cell) => cell !== "")
          .join(" · "),
      );
  }
}

function labelsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "quote":
      return [];
    case "paragraph":
      return boldBeginning(block.children);
    case "list":
      return block.items.flat().flatMap(labelsIn);
    case "belief":
      return [plainText(block.said)];
    case "table":
      return block.rows.map(([first]) => plainText(first ?? []));
  }
}

const boldBeginning = ([first]: Inlines): readonly string[] =>
  first?.kind === "strong" ? [plainText(first.children)] : [];

function rulePassage(rule: RuleEntry, index: number): Passage {
  const { title, rule: words } = describeRule(rule.content);
  const subject = rule.content.subject;
  return {
    ...plain("rule", "/library/rules", "Rules, dated and cited"),
    id: `rule ${String(index)}`,
    href: `/library/rules#${subject}`,
    heading: `${RULE_SUBJECT_NAMES[subject]}: ${title}`,
    // A rule that has ended says so: else it stands beside its successor as if both held.
    units: [rule.until === null ? words : `${words} (${describeRuleDays(rule)})`],
    law: rule.source.map(({ law, published }) => `${law} (${published})`).join("; "),
    confidence: rule.confidence,
  };
}

function messagePassage({ message, match, meaning, remedy, confidence, source }: CapeMessage): Passage {
  return {
    ...plain("message", "/library/messages", "Error dictionary"),
    id: `message ${message}`,
    href: `/library/messages?q=${encodeURIComponent(message)}`,
    heading: message,
    units: [meaning, remedy],
    labels: match === null ? [] : [match],
    law: `${source.law} (${source.published})`,
    confidence: confidence === "primary" ? "proven" : confidence,
  };
}

const entryTypePassages = (): readonly Passage[] =>
  ENTRY_TYPES.filter(({ until, type }) => until === null && type !== null).map(
    ({ type, name, treatment, confidence, source }) => ({
      ...plain("entry-type", "/library/entry-types", "Entry types"),
      id: `entry-type ${type ?? ""}`,
      href: `/library/entry-types#type-${type ?? ""}`,
      heading: `Entry type ${type ?? ""}: ${name}`,
      units: [TREATMENT_WORDS[treatment]],
      law: `${source.law} (${source.published})`,
      confidence,
    }),
  );

/** One passage for each number: its rows differ in their days alone, or in their countries. */
function chapter99Passages(): readonly Passage[] {
  const codes = [...new Set(CHAPTER_99_ROWS.map(({ code }) => code))];
  return codes.map((code) => {
    const rows = rowsOfChapter99(chapter99Code(code));
    return {
      ...plain("chapter-99", "/library/chapter-99", "Chapter 99 tariff numbers"),
      id: `chapter-99 ${code}`,
      href: `/library/chapter-99/${code}`,
      heading: code,
      units: rows.map(chapter99Words),
      law: rows[0]?.source ?? null,
      confidence: null,
    };
  });
}

const chapter99Words = ({ program, origins, ratePercent, from, until, note }: Chapter99Row): string =>
  [
    CHAPTER_99_PROGRAMS[program].name,
    describeOrigins(origins),
    ...(ratePercent === null ? [] : [`${ratePercent} %`]),
    `${from ?? "first day not read"} to ${until ?? "now"}`,
    ...(note === undefined ? [] : [note]),
  ].join(", ");

const termPassage = ({ term, meaning, href }: Term): Passage => ({
  ...plain("term", "/library/glossary", "Glossary"),
  id: `term ${term}`,
  href,
  heading: term,
  units: [meaning],
});

const checklistPassage = ({
  point,
  title,
  howToCheck,
  otherwise,
  law,
}: (typeof CHECKLIST)[number]): Passage => ({
  ...plain("point", "/library/checklist", CHECKLIST_TITLE),
  id: `checklist ${String(point)}`,
  heading: title,
  units: [howToCheck, otherwise],
  law,
});

const downloadPassage = (
  { href, name, what }: (typeof DOWNLOADS)[number]["files"][number],
  shelf: string,
): Passage => ({
  ...plain("point", "/library/downloads", "Downloads"),
  id: `download ${href}`,
  heading: name,
  units: [what],
  labels: [shelf],
});
