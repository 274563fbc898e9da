import { usd, type CellRepair, type RepairGroup } from "@/lib/domain";

import { surveyReading, type StoredReading } from "./stored-reading";

/** What is wrong in a file with the repairs that it has, as a person goes through it. */
export type WorkbenchSurvey = {
  readonly headings: readonly string[];
  readonly groups: readonly RepairGroup[];
  /** The first cells that need a hand: several candidates, or none. */
  readonly toType: readonly CellRepair[];
  readonly toTypeCount: number;
};

/** The same on its way from one thread to another, which amounts cross as text. */
export type SentSurvey = Omit<WorkbenchSurvey, "groups"> & {
  readonly groups: readonly (Omit<RepairGroup, "ieepaDuty"> & { readonly ieepaDuty: string })[];
};

/** As many as a person goes through in one sitting; more come up once these are done. */
const TO_TYPE_MAX = 200;

/** Goes through a stored file. Memory holds the groups and the first cells to type, never the file. */
export async function surveyForWorkbench(reading: StoredReading): Promise<SentSurvey> {
  const toType: CellRepair[] = [];
  let toTypeCount = 0;
  const { header, groups } = await surveyReading(reading, ({ repairs }) => {
    for (const repair of repairs) {
      if (repair.columnIndex === null || repair.candidates.length === 1) continue;
      toTypeCount++;
      if (toType.length < TO_TYPE_MAX) toType.push(repair);
    }
  });
  return {
    headings: header.layout.headings,
    groups: groups.map((group) => ({ ...group, ieepaDuty: group.ieepaDuty.toFixed() })),
    ...{ toType, toTypeCount },
  };
}

export const receivedSurvey = ({ groups, ...survey }: SentSurvey): WorkbenchSurvey => ({
  ...survey,
  groups: groups.map((group) => ({ ...group, ieepaDuty: usd(group.ieepaDuty) })),
});
