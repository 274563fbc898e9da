import type { FileRefusal } from "@/lib/files/file-refusal";
import type { UploadRefusal } from "@/lib/files/stored-upload";

import { formatBytes, formatCount } from "./count";
import { describeRefusal } from "./refusals";

/** Why an upload was not taken, and what to do. */
export const describeUploadProblem = (problem: UploadRefusal | FileRefusal): string =>
  isUploadRefusal(problem) ? describeUpload(problem) : describeRefusal(problem);

const isUploadRefusal = (problem: UploadRefusal | FileRefusal): problem is UploadRefusal =>
  problem.kind.startsWith("upload-");

function describeUpload(problem: UploadRefusal): string {
  switch (problem.kind) {
    case "upload-too-large":
      return `The file is larger than ${formatBytes(problem.bytesMax)}. Export it in parts, by entry date.`;
    case "upload-incomplete":
      return `Only ${formatCount(problem.received)} of ${formatCount(problem.declared)} bytes arrived, so nothing of the file was used. Upload it again.`;
    case "upload-altered":
      return "The file that arrived is not the one that was sent, so nothing of it was used. Upload it again.";
  }
}
