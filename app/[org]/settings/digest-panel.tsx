import { ActionForm } from "@/components/ui/action-form";
import { Select } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { RHYTHMS, type Rhythm } from "@/lib/data/digests";
import { RHYTHM_WORDS } from "@/lib/wording/digest";

import { setDigestRhythmAction } from "./actions";

type DigestPanelProps = {
  readonly org: string;
  readonly rhythm: Rhythm;
  readonly email: string;
  /** Whether this installation sends e-mail at all. */
  readonly mails: boolean;
};

/** How often one is told by e-mail; the inbox has it in any case. */
export function DigestPanel({ org, rhythm, email, mails }: DigestPanelProps) {
  return (
    <Panel
      title="Your digest"
      note={`Last days of the next 30 days with their dollars, and what changes of the rules moved${mails ? `, to ${email}` : ""}. It always stands in your inbox.`}
    >
      <div className="space-y-3">
        {mails ? null : (
          <p>This installation sends no e-mail: whoever runs it has set no mail server (SMTP_URL).</p>
        )}
        <ActionForm
          action={setDigestRhythmAction}
          hidden={{ org }}
          submit="Store the rhythm"
          variant="secondary"
          size="sm"
        >
          <Select
            id="digest-rhythm"
            name="rhythm"
            label="By e-mail"
            hint="A change ends the stop links of earlier e-mails."
            options={RHYTHMS.map((value) => ({ value, label: RHYTHM_WORDS[value] }))}
            defaultValue={rhythm}
            className="max-w-md"
          />
        </ActionForm>
      </div>
    </Panel>
  );
}
