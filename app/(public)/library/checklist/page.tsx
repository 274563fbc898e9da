import type { Metadata } from "next";

import { Checklist } from "@/components/reference/checklist";
import { ReferencePage } from "@/components/reference/reference-page";
import { buttonLook } from "@/components/ui/button-look";
import { RULES } from "@/lib/domain";
import { CHECKLIST, CHECKLIST_LEAD, CHECKLIST_TITLE } from "@/lib/wording/checklist";

export const metadata: Metadata = {
  title: "Twelve-point checklist",
  description:
    "Twelve points to check before a CAPE Declaration is uploaded, each with how to check it and its law. To print and sign.",
  alternates: { canonical: "/library/checklist" },
};

export default function ChecklistPage() {
  return (
    <ReferencePage title={CHECKLIST_TITLE} lead={CHECKLIST_LEAD} dated={`Rules ${RULES.version}.`}>
      <p className="print:hidden">
        <a
          href="/library/downloads/checklist"
          download
          className={buttonLook({ variant: "secondary", size: "sm" })}
        >
          PDF
        </a>
      </p>
      <Checklist points={CHECKLIST} />
    </ReferencePage>
  );
}
