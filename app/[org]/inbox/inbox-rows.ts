import type { DigestRow } from "@/components/inbox/digest-list";
import type { StoredDigest } from "@/lib/data/digests";
import { deadlineSentence, digestSections, MAIL_STATE_WORDS } from "@/lib/wording/digest";

import { deadlineDayHref } from "../deadlines/deadline-query";

/** A digest as it was on its day; each last day leads to its entries of today. */
export function toDigestRow({ period, content, mail, readAt }: StoredDigest, org: string): DigestRow {
  const base = `/${org}`;
  const hrefs = new Map(
    content.deadlines.map((deadline) => [
      deadlineSentence(deadline),
      deadlineDayHref(base, { day: deadline.day, kind: deadline.kind, importer: "", all: false }),
    ]),
  );
  return {
    id: period,
    title: `Digest of ${content.asOf}`,
    note: `For the period from ${period}, ${MAIL_STATE_WORDS[mail]}.`,
    unread: readAt === null,
    sections: digestSections({ organization: "", ...content }).map(({ title, lines }) => ({
      title,
      lines: lines.map((text) => ({ text, href: hrefs.get(text) ?? null })),
    })),
  };
}
