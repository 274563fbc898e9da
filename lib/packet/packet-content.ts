import type { Readable } from "node:stream";

import type { Day, DepositBasis, EntryNumber, IeepaLine, Lane, RateClass } from "@/lib/domain";

import type { Frozen } from "./frozen";

/** USD as text with two decimals or more, exactly as frozen: `1234.50`. */
export type Amount = string;

export type PacketEntry = {
  readonly number: EntryNumber;
  readonly lane: Lane;
  /** Null while only a range is known. */
  readonly refundable: Amount | null;
  readonly refundableMin: Amount;
  readonly refundableMax: Amount | null;
  readonly interest: Amount | null;
  readonly interestFrom: Day | null;
  readonly interestTo: Day | null;
  readonly interestBasis: DepositBasis | null;
  /** As frozen with the declaration. */
  readonly lines: readonly Frozen<IeepaLine>[];
  /** Sentences, the deciding reason first. */
  readonly reasons: readonly string[];
};

/** An entry of the same importer and filer that is not on the declaration. */
type LeftOutEntry = {
  readonly number: EntryNumber;
  readonly lane: Lane;
  readonly refundable: Amount | null;
  readonly reason: string;
};

export type PacketPoint = {
  readonly point: number;
  readonly title: string;
  readonly state: string;
  readonly evidence: readonly string[];
  /** "Ada Byron, 2026-11-22": who took responsibility. */
  readonly attested: string | null;
  readonly law: string;
};

/** A paper that somebody attached to the declaration, its claim or one of its entries. */
export type PacketDocument = {
  readonly fileName: string;
  readonly kind: string;
  /** "ZZX-1000001-1", "the declaration", "the claim". */
  readonly subject: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly attachedAt: string;
  readonly attachedBy: string;
  /** It came after the file was frozen. */
  readonly afterFreeze: boolean;
  readonly open: () => Promise<Readable>;
};

/** Everything the packet of one declaration says, as it stood when the file was frozen. */
export type PacketContent = {
  readonly organization: string;
  readonly declaration: {
    readonly id: string;
    /** Every importer of record in the file: "HARBOR (89-123456700)"; several where a broker merged them. */
    readonly importers: readonly string[];
    readonly filerCode: string;
    readonly frozenAt: string;
    readonly frozenBy: string;
    /** "Ada Byron, 2026-11-22": the second person who said yes; null where none was demanded. */
    readonly signedOff: string | null;
    readonly asOf: Day;
    readonly rulesVersion: string;
    readonly ratesPublishedThrough: Day;
    /** Null: the importers of the file are of both classes. */
    readonly rateClass: RateClass | null;
  };
  readonly csv: { readonly name: string; readonly content: Uint8Array; readonly sha256: string };
  readonly entries: readonly PacketEntry[];
  readonly leftOut: readonly LeftOutEntry[];
  readonly points: readonly PacketPoint[];
  /** The files the entries were read from. */
  readonly sources: readonly { readonly id: string; readonly name: string; readonly sha256: string }[];
  /** In the order in which they came; equal bytes may be attached to several entries. */
  readonly documents: readonly PacketDocument[];
};
