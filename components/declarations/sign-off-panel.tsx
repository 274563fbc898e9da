import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import type { Tone } from "@/components/ui/tone";
import type { SignOff } from "@/lib/domain";
import { formatInstant } from "@/lib/wording/day";

type SignOffPanelProps = {
  readonly signOff: SignOff;
  /** SHA-256 of what would be signed. */
  readonly content: string;
  /** Sends `content` and `sure`; null where the reader may not sign here. */
  readonly action: FormAction | null;
  readonly hidden: Readonly<Record<string, string>>;
  /** Why the reader may not, or not yet; null where nothing has to be said. */
  readonly whyNot: string | null;
};

const STATES = {
  "not-needed": { word: "Not demanded", tone: "neutral" },
  missing: { word: "To sign off", tone: "caution" },
  fallen: { word: "Fallen", tone: "caution" },
  signed: { word: "Signed off", tone: "done" },
} as const satisfies Record<SignOff["kind"], { word: string; tone: Tone }>;

/** The yes of a second person: who, when and of which content; or the form for it. */
export function SignOffPanel({ signOff, content, action, hidden, whyNot }: SignOffPanelProps) {
  const { word, tone } = STATES[signOff.kind];
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Badge tone={tone}>{word}</Badge>
        <SignOffSentence signOff={signOff} />
      </p>
      <p className="text-sm text-muted">
        Content <code className="font-mono break-all">{content}</code>
      </p>
      {signOff.kind === "signed" ? null : action === null ? (
        <p className="text-sm text-muted">{whyNot}</p>
      ) : (
        <ActionForm action={action} hidden={{ ...hidden, content }} submit="Sign off" size="sm">
          <Checkbox
            id="sign-off-sure"
            name="sure"
            value="yes"
            required
            label="I read the entries, the points and what stays open, and this declaration may be filed."
            hint="Your name and the time are kept with the file and in the evidence packet."
          />
        </ActionForm>
      )}
    </div>
  );
}

function SignOffSentence({ signOff }: { readonly signOff: SignOff }) {
  switch (signOff.kind) {
    case "not-needed":
      return "No second person has to sign here.";
    case "missing":
      return "Nobody has signed yet. The file cannot be made before.";
    case "fallen":
      return `${signOff.name} signed on ${formatInstant(signOff.at)}, and the draft changed since: entries, amounts or points are not what was signed.`;
    case "signed":
      return `${signOff.name}, ${formatInstant(signOff.at)}`;
  }
}
