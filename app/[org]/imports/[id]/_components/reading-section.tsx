import { NeedsColumnsNotice } from "@/components/imports/needs-columns-notice";
import { ReadingPanel } from "@/components/imports/reading-panel";
import { roleMay } from "@/lib/auth/permissions";
import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import type { StoredImport } from "@/lib/data/imports";
import { learnedMappingsOf } from "@/lib/data/learned-mappings";
import { inOrganization } from "@/lib/data/tenant";
import { describeMappingProblem } from "@/lib/wording/mapping-problems";

import { chooseSheetAction, dateImportAction, forgetColumnsAction } from "../columns/actions";
import { toReading } from "../reading-rows";

type ReadingSectionProps = { readonly scope: OrgScope; readonly stored: StoredImport };

/** How the file was read and what can be said otherwise; or that its columns wait to be named. */
export async function ReadingSection({ scope, stored }: ReadingSectionProps) {
  const path = `/${scope.orgSlug}/imports/${stored.id}`;
  const mayWrite = roleMay(scope.role, "imports:write");
  if (stored.state === "needs_mapping")
    return (
      <NeedsColumnsNotice
        href={mayWrite ? `${path}/columns` : null}
        problems={(stored.headerSample?.problems ?? []).map(describeMappingProblem)}
      />
    );
  const { givenMapping } = stored;
  const learned =
    givenMapping && (await inOrganization(scope, (t) => learnedMappingsOf(t).findFor(givenMapping)));
  const reading = toReading(stored, learned, today(), path);
  if (reading === null) return null;
  return (
    <ReadingPanel
      reading={reading}
      hidden={{ org: scope.orgSlug, importId: stored.id }}
      actions={
        mayWrite
          ? { forget: forgetColumnsAction, date: dateImportAction, chooseSheet: chooseSheetAction }
          : null
      }
    />
  );
}
