import type { Entry } from "../entry";
import { valuesOf } from "../facts";
import { isNonEmpty } from "../result";
import { assumed, type Candidates, found, known, missing } from "./candidates";
import type { ProtestState } from "./facts-of-a-world";

const OPEN = /^(open|suspended)/i;
const DECIDED = /\b(denied|approved|allowed|withdrawn|closed)\b/i;

/**
 * A suspended protest is open, and so is a numbered one with a status we do not know. No number and no status: no
 * protest is assumed. A number with a blank status leaves open whether CBP has decided it.
 */
export function protestCandidates({ facts }: Entry): Candidates<ProtestState> {
  const numbered = facts.protestNumber.length > 0;
  const statuses = valuesOf(facts.protestStatus);
  if (isNonEmpty(statuses)) {
    const states = statuses.map((status) => stateIn(status, numbered));
    const [first, ...rest] = states.filter(
      (state, index) => states.findIndex((s) => isSame(s, state)) === index,
    );
    if (first) return found([first, ...rest]);
  }
  if (!numbered) return assumed({ kind: "none", status: null });
  return missing([
    { kind: "open", status: null },
    { kind: "decided", status: null },
  ]);
}

function stateIn(text: string, numbered: boolean): ProtestState {
  const status = text.trim();
  if (DECIDED.test(status)) return { kind: "decided", status };
  return OPEN.test(status) || numbered ? { kind: "open", status } : { kind: "none", status: null };
}

const isSame = (a: ProtestState, b: ProtestState): boolean => a.kind === b.kind && a.status === b.status;

/** Only the user can say what a protest is about: no report shows its subject. */
export function protestSubjectCandidates(
  entry: Entry,
  protest: Candidates<ProtestState>,
): Candidates<boolean> {
  if (!protest.values.some(({ kind }) => kind === "open")) return known(false);
  const answer = entry.answers.protestOnlyAboutIeepa;
  return answer === null ? missing([true, false]) : known(answer);
}
