import { Download } from "lucide";
import { LinkButton } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { countOf, formatBytes } from "@/lib/wording/count";

type FilePreviewProps = {
  readonly fileName: string;
  readonly bytes: number;
  readonly entries: number;
  readonly sha256: string;
  /** The first lines of the file, the header included, without line ends. */
  readonly firstLines: readonly string[];
  /** The whole file in the app. */
  readonly viewHref: string;
  /** Null where the reader's role may not download. */
  readonly downloadHref: string | null;
};

export function FilePreview({
  fileName,
  bytes,
  entries,
  sha256,
  firstLines,
  viewHref,
  downloadHref,
}: FilePreviewProps) {
  const rest = entries + 1 - firstLines.length;
  return (
    <div className="space-y-4">
      <DescriptionList
        columns={1}
        items={[
          { term: "File", value: fileName, mono: true },
          { term: "Size", value: `${formatBytes(bytes)}, ${countOf(entries, "entry", "entries")}` },
          {
            term: "SHA-256",
            value: (
              <span className="flex flex-wrap items-center gap-x-2">
                <code className="font-mono text-sm break-all">{sha256}</code>
                <CopyButton text={sha256} what="SHA-256" />
              </span>
            ),
          },
        ]}
      />
      <div>
        <p className="text-sm text-muted">First lines</p>
        <pre className="mt-1 overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm">
          {firstLines.join("\n")}
          {rest > 0 ? `\n… ${countOf(rest, "more line", "more lines")}` : ""}
        </pre>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {downloadHref === null ? (
          <p className="text-sm text-muted">Your role may read this page, not download the file.</p>
        ) : (
          <LinkButton href={downloadHref} download>
            <Icon of={Download} className="size-4" />
            Download the file
          </LinkButton>
        )}
        <LinkButton href={viewHref} variant="secondary">
          View every line
        </LinkButton>
      </div>
    </div>
  );
}
