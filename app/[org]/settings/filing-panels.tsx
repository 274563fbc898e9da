import { FilingRightForm, type FilingRightFormProps } from "@/components/declarations/filing-right-form";
import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import type { FilingSettings } from "@/lib/data/organization-settings";
import { describeRight } from "@/lib/wording/declarations";

import { setFilingRightAction, setFilingTermsAction } from "./actions";

type FilingPanelsProps = {
  readonly org: string;
  readonly filing: FilingSettings;
  readonly question: Pick<FilingRightFormProps, "role" | "importers" | "filers">;
  readonly mayWrite: boolean;
};

/** Whose entries the organization may declare, and how its declarations are built and signed. */
export function FilingPanels({ org, filing, question, mayWrite }: FilingPanelsProps) {
  const { right, mergesImporters, needsSignOff } = filing;
  return (
    <>
      <Panel
        title="Who files"
        note="Entries of anybody else are left out of declarations, with this as the reason."
      >
        {mayWrite ? (
          <FilingRightForm action={setFilingRightAction} hidden={{ org }} {...question} />
        ) : (
          <p>
            {right === null
              ? "Not said yet: each declaration is attested instead."
              : `This organization is ${describeRight(right)}.`}
          </p>
        )}
      </Panel>
      <Panel title="How declarations are built and signed">
        {mayWrite ? (
          <ActionForm
            action={setFilingTermsAction}
            hidden={{ org }}
            submit="Store the settings"
            variant="secondary"
            size="sm"
          >
            <Checkbox
              id="needs-sign-off"
              name="needsSignOff"
              value="yes"
              defaultChecked={needsSignOff}
              label="A second person signs every declaration off before its file is made"
              hint="Neither who built the draft nor who attested one of its points. The yes falls when the draft changes. With one member alone nobody could sign: invite the second one under Members."
            />
            {right?.role === "broker" ? (
              <Checkbox
                id="merges-importers"
                name="mergesImporters"
                value="yes"
                defaultChecked={mergesImporters}
                label="Put the importers of one filer code into one file"
                hint="CBP takes several importers in one file from brokers only; the limit of 9,999 counts across them. Otherwise each importer has a file of its own."
              />
            ) : null}
          </ActionForm>
        ) : (
          <p>
            {needsSignOff ? "A second person signs every declaration off." : "No second person has to sign."}{" "}
            {mergesImporters
              ? "Importers of one filer share a file."
              : "Each importer has a file of its own."}
          </p>
        )}
      </Panel>
    </>
  );
}
