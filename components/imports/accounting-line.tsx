import { countOf, formatCount } from "@/lib/wording/count";

export type SetAsideGroup = {
  /** Reason in words, one and many: "identical repeat", "identical repeats". */
  readonly one: string;
  readonly many: string;
  readonly count: number;
};

type AccountingLineProps = {
  readonly read: number;
  readonly used: number;
  readonly setAside: number;
  readonly groups: readonly SetAsideGroup[];
};

/** Every row is accounted for: "52 read = 50 used + 2 set aside (2 identical repeats)". */
export function AccountingLine({ read, used, setAside, groups }: AccountingLineProps) {
  const reasons = groups.map(({ count, one, many }) => countOf(count, one, many)).join(", ");
  return (
    <p className="text-base">
      <span className="font-mono">{formatCount(read)}</span> read ={" "}
      <span className="font-mono">{formatCount(used)}</span> used +{" "}
      <span className="font-mono">{formatCount(setAside)}</span> set aside
      {reasons === "" ? null : <span className="text-muted"> ({reasons})</span>}
    </p>
  );
}
