import { Notice } from "@/components/ui/notice";
import { Steps } from "@/components/ui/steps";

const steps = (fileName: string) => [
  {
    title: "Sign in to the ACE Portal yourself",
    detail:
      "As the importer, or as the broker that filed these entries. This app never asks for your ACE password.",
  },
  {
    title: "Open the CAPE tab, under More",
    detail:
      "It shows only in Importer, Filer and Organizational Broker accounts. A dialog that speaks of high volume or an exception means that nothing was filed: try again after 30 to 60 minutes.",
  },
  { title: "Choose File Uploads, then Upload" },
  {
    title: "Pick the file you downloaded",
    detail: <code className="font-mono break-all">{fileName}</code>,
  },
  {
    title: "Read and tick the acknowledge box",
    detail:
      "As filers describe it, it certifies that you have the legal authority to file and that the entries are accurate: type, class, value and origin. Read the words in ACE themselves. An accepted declaration can be neither amended nor withdrawn, and it blocks Post Summary Corrections (error 864) until liquidation.",
  },
  {
    title: "Submit, and wait for File Uploads to answer",
    detail: "Not started means queued; at busy times for up to two days. Do not send it again.",
  },
  {
    title: "Once accepted, copy the claim number from Claim Status",
    detail: "Write it down here, and note on the claim what CBP answers for each entry.",
  },
];

type AceStepsProps = {
  readonly fileName: string;
};

/** The clicks in ACE, in their order. */
export function AceSteps({ fileName }: AceStepsProps) {
  return (
    <div className="space-y-4">
      <Notice tone="caution" title="Do not open this file in Excel">
        Excel drops leading zeros and turns numbers such as 8E000000126 into 8E+126 when it saves. Upload the
        file as it was downloaded.
      </Notice>
      <Steps steps={steps(fileName)} />
    </div>
  );
}
