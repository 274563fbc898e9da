import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";

type CheckDigitPanelProps = {
  /** As filed: `ZZX-1000020-4`. */
  readonly number: string;
  /** With the digit that fits: `ZZX-1000020-1`. */
  readonly fittingNumber: string;
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
};

/** A failing check digit blocks until somebody compares the number with the entry summary. Sends `confirmed=yes`. */
export function CheckDigitPanel({ number, fittingNumber, action, hidden }: CheckDigitPanelProps) {
  return (
    <Panel title="The check digit does not fit">
      <div className="space-y-3">
        <p>
          <span className="font-mono">{number}</span> fails the check digit test; with these ten characters
          only <span className="font-mono font-medium">{fittingNumber}</span> passes. A character may be
          wrong. Compare it with block 1 of the entry summary (CBP Form 7501). If it was mistyped, correct the
          file and import it again.
        </p>
        <ActionForm action={action} hidden={hidden} submit="Keep the number as it is" variant="secondary">
          <Checkbox
            id="check-digit-confirmed"
            name="confirmed"
            value="yes"
            required
            label={
              <>
                I compared <span className="font-mono">{number}</span> with the entry summary, and it stands.
              </>
            }
            hint="Stored with your name and the time."
          />
        </ActionForm>
      </div>
    </Panel>
  );
}
