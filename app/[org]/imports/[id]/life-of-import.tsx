import { ChangesTable, ImportPreview } from "@/components/imports/import-preview";
import { PreviewClaims } from "@/components/imports/preview-claims";
import { ReadAgainForm } from "@/components/imports/read-again-form";
import { UndoPanel, UndoProgress } from "@/components/imports/undo-panel";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { OrgScope } from "@/lib/auth/scope";
import { roleMay } from "@/lib/auth/permissions";
import { declarationsRestingOn } from "@/lib/data/import-undo";
import type { StoredImport } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import { formatInstant } from "@/lib/wording/day";
import { describeUndoStop, type UndoStop } from "@/lib/wording/undo";

import { addImportAction, discardImportAction, readAgainAction, undoImportAction } from "../actions";
import { toSetAsideGroups } from "../import-rows";
import { toPreviewTexts } from "./preview-rows";

type LifeProps = {
  readonly scope: OrgScope;
  readonly stored: StoredImport;
};

const hiddenOf = ({ scope, stored }: LifeProps) => ({ org: scope.orgSlug, importId: stored.id });

/** A file that was read: what adding it would change, and the choice. */
export function Previewed({ scope, stored }: LifeProps) {
  if (stored.preview === null) return null;
  return (
    <ImportPreview
      {...toPreviewTexts(stored.preview, `/${scope.orgSlug}`, stored.fileName)}
      rows={{
        ...{ read: stored.rowsRead, used: stored.rowsUsed, setAside: stored.rowsSetAside },
        groups: toSetAsideGroups(stored),
      }}
      decide={
        roleMay(scope.role, "imports:write")
          ? { add: addImportAction, discard: discardImportAction, hidden: hiddenOf({ scope, stored }) }
          : null
      }
    />
  );
}

/** What the file changed when it was added, and the way back. */
export async function AddedToBooks({ scope, stored }: LifeProps) {
  if (stored.stage === "undoing") return <UndoProgress />;
  const resting = await inOrganization(scope, (t) => declarationsRestingOn(t, stored.id));
  const base = `/${scope.orgSlug}`;
  const texts = stored.preview && toPreviewTexts(stored.preview, base, stored.fileName);
  return (
    <>
      {texts === null ? null : (
        <>
          <Panel title="What it changed">
            <Disclosure summary="Entries when the file was added">
              <ChangesTable groups={texts.groups} />
            </Disclosure>
          </Panel>
          <PreviewClaims claims={texts.claims} added />
        </>
      )}
      {roleMay(scope.role, "imports:write") ? (
        <UndoPanel
          action={undoImportAction}
          hidden={hiddenOf({ scope, stored })}
          declarations={resting.map(({ id, fileName, entries }) => ({
            href: `${base}/declarations/${id}`,
            ...{ fileName, entries },
          }))}
          stopped={stored.refusal === null ? null : describeUndoStop(stored.refusal as UndoStop)}
        />
      ) : null}
    </>
  );
}

/** A file that was taken out of the books. */
export async function Undone({ scope, stored }: LifeProps) {
  const names = await inOrganization(scope, memberNames);
  const by = names.get(stored.undoneBy ?? "") ?? "a former member";
  const at = stored.undoneAt === null ? "" : `, ${formatInstant(stored.undoneAt.toISOString())}`;
  return (
    <Notice tone="neutral" title="This file was taken out of the books; nothing of it is used">
      <p>
        By {by}
        {at}. The file itself is kept, and can be added again.
      </p>
      {roleMay(scope.role, "imports:write") ? (
        <ReadAgainForm action={readAgainAction} hidden={hiddenOf({ scope, stored })} />
      ) : null}
    </Notice>
  );
}
