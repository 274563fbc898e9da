import { AccountingLine, type SetAsideGroup } from "@/components/imports/accounting-line";
import { PreviewClaims, type PreviewClaimsText } from "@/components/imports/preview-claims";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/components/ui/form-state";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { countOf, formatCount } from "@/lib/wording/count";

/** One entry before and after the file. Amounts as people read them, or "a range". */
export type PreviewExampleText = {
  readonly number: string;
  /** Null: the entry is not in the books yet. */
  readonly href: string | null;
  /** "Protest", or "Protest → CAPE, ready" where it moves. */
  readonly lane: string;
  readonly before: string | null;
  readonly after: string;
  readonly what: readonly string[];
};

/** Entries to which the file does the same kind of thing; amounts are sums of certain refunds. */
export type PreviewGroupText = {
  readonly kind: string;
  readonly name: string;
  readonly tone: Tone;
  readonly meaning: string;
  readonly entries: number;
  readonly what: readonly string[];
  readonly before: string | null;
  readonly after: string;
  readonly examples: readonly PreviewExampleText[];
};

export type ImportPreviewProps = {
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly setAside: number;
    readonly groups: readonly SetAsideGroup[];
  };
  readonly groups: readonly PreviewGroupText[];
  readonly claims: PreviewClaimsText;
  readonly setAside: readonly { readonly what: string; readonly examples: readonly string[] }[];
  /** What becomes of rows of earlier files. */
  readonly others: readonly string[];
  /** Why the file is shown a second time. */
  readonly shownAgain: string | null;
  /** Null: whoever looks may not decide. */
  readonly decide: {
    readonly add: FormAction;
    readonly discard: FormAction;
    readonly hidden: Readonly<Record<string, string>>;
  } | null;
};

/** What adding a file would change, before anything of it is in the books. */
export function ImportPreview(props: ImportPreviewProps) {
  const { rows, groups, claims, setAside, others, shownAgain, decide } = props;
  return (
    <>
      {shownAgain === null ? null : (
        <Notice tone="caution" title="This file was not added">
          {shownAgain}
        </Notice>
      )}
      <Panel
        title="What adding this file changes"
        note="Nothing of it is in the books yet. Refunds are sums of the entries whose refund is certain, USD."
      >
        <div className="space-y-4">
          <AccountingLine {...rows} />
          <ChangesTable groups={groups} />
          {others.length === 0 ? null : (
            <ul className="list-disc pl-4">
              {others.map((sentence) => (
                <li key={sentence}>{sentence}.</li>
              ))}
            </ul>
          )}
          {decide === null ? null : (
            <div className="flex flex-wrap gap-3">
              <ActionForm
                action={decide.add}
                hidden={decide.hidden}
                submit="Add to the books"
                pending="Adding"
              />
              <ActionForm
                action={decide.discard}
                hidden={decide.hidden}
                submit="Discard"
                pending="Discarding"
                variant="secondary"
              />
            </div>
          )}
        </div>
      </Panel>
      <PreviewClaims claims={claims} />
      {groups
        .filter(({ examples }) => examples.length > 0)
        .map((group) => (
          <Panel
            key={group.kind}
            title={`${group.name}: ${countOf(group.entries, "entry", "entries")}`}
            note={group.meaning}
            flush
          >
            <ExamplesTable group={group} />
          </Panel>
        ))}
      {setAside.length === 0 ? null : (
        <Panel title="Rows that would be set aside">
          <ul className="space-y-2">
            {setAside.map(({ what, examples }) => (
              <li key={what}>
                <Disclosure summary={what}>
                  <ul className="pl-5 text-sm break-words text-muted">
                    {examples.map((place) => (
                      <li key={place}>{place}</li>
                    ))}
                  </ul>
                </Disclosure>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

/** Also shown after the file was added, as what it changed. */
export function ChangesTable({ groups }: { readonly groups: readonly PreviewGroupText[] }) {
  return (
    <div className="rounded-lg border border-line">
      <Table caption="Entries by what the file does to them">
        <Thead>
          <tr>
            <Th>Entries</Th>
            <Th num>Count</Th>
            <Th>What changes</Th>
            <Th num>Refund before</Th>
            <Th num>Refund after</Th>
          </tr>
        </Thead>
        <Tbody>
          {groups.map(({ kind, name, tone, entries, what, before, after }) => (
            <tr key={kind}>
              <Td nowrap>
                <Badge tone={tone}>{name}</Badge>
              </Td>
              <Td num>{formatCount(entries)}</Td>
              <Td className="min-w-48">{what.length === 0 ? "Nothing" : what.join(", ")}</Td>
              <Td num>
                <Money amount={before} unknown="none" />
              </Td>
              <Td num>
                <Money amount={after} />
              </Td>
            </tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

function ExamplesTable({ group }: { readonly group: PreviewGroupText }) {
  const { name, entries, examples } = group;
  return (
    <>
      <Table caption={`${name} entries`}>
        <Thead>
          <tr>
            <Th>Entry</Th>
            <Th>Lane</Th>
            <Th num>Refund before</Th>
            <Th num>Refund after</Th>
            <Th>What changes</Th>
          </tr>
        </Thead>
        <Tbody>
          {examples.map(({ number, href, lane, before, after, what }) => (
            <tr key={number}>
              <Td mono>{href === null ? number : <TextLink href={href}>{number}</TextLink>}</Td>
              <Td nowrap>{lane}</Td>
              <Td num>{before ?? "none"}</Td>
              <Td num>{after}</Td>
              <Td className="min-w-64 break-words">
                {what.length === 0 ? "No row or fact" : what.join("; ")}
              </Td>
            </tr>
          ))}
        </Tbody>
      </Table>
      {entries > examples.length ? (
        <p className="border-t border-line px-4 py-2 text-sm text-muted">
          The first {formatCount(examples.length)} of {formatCount(entries)}.
        </p>
      ) : null}
    </>
  );
}
