import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { ClaimView } from "@/lib/usecases/view-claim";
import { CLAIM_EVENT_WORDS, PLAIN_STATUS_WORDS } from "@/lib/wording/claims";
import { countOf } from "@/lib/wording/count";

/** Where a claim stands, in CBP's words and in plain ones side by side. */
export function ClaimFacts({ view }: { readonly view: ClaimView }) {
  const { state, unread } = view;
  const open = state.rows.filter(({ settled }) => !settled).length;
  const latest = state.acceptedOnIsLatest ? " or before" : "";
  return (
    <>
      <Panel>
        <DescriptionList
          columns={4}
          items={[
            { term: "CBP says", value: CLAIM_EVENT_WORDS[state.status].name },
            { term: "In plain words", value: PLAIN_STATUS_WORDS[state.plain] },
            {
              term: "Accepted on",
              value: state.acceptedOn === null ? "not yet" : `${state.acceptedOn}${latest}`,
            },
            {
              term: "Still open",
              value: state.open ? countOf(open, "entry", "entries") : "nothing",
            },
          ]}
        />
      </Panel>
      {unread.length === 0 ? null : (
        <Notice tone="caution" title="CBP uses words here that CapeDesk does not know">
          <p>
            They are kept with their rows and change no status. If you know what they mean, add the status by
            hand.
          </p>
          <ul className="list-disc pl-5 font-mono">
            {unread.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
