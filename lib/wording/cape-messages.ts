import type { CapeMessage, CapeMessageLevel } from "@/lib/domain";

type LevelWords = { readonly name: string; readonly meaning: string };

export const MESSAGE_LEVEL_WORDS = {
  file: {
    name: "The upload",
    meaning: "Rejects the whole file, in ACE under File Uploads. Nothing of it was filed.",
  },
  entry: {
    name: "One entry of a claim",
    meaning: "Drops that entry, in ACE under Claim Status and in the Claim Details file. The rest goes on.",
  },
  system: { name: "ACE around CAPE", meaning: "Comes from ACE itself, not from CAPE's rules." },
} as const satisfies Record<CapeMessageLevel, LevelWords>;

/** Who mends it. */
export const MESSAGE_OWNER_WORDS = {
  filer: "The filer",
  broker: "The broker",
  counsel: "Counsel",
  wait: "Nobody: wait",
} as const satisfies Record<CapeMessage["owner"], string>;

/** `since 2026-06-25`, `2026-04-20 to 2026-06-25, retired`. */
export const describeUse = ({ since, until }: Pick<CapeMessage, "since" | "until">): string =>
  until === null ? `Since ${since}` : `${since} to ${until}, retired`;
