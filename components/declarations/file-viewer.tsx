import { DescriptionList } from "@/components/ui/description-list";
import { countOf, formatBytes } from "@/lib/wording/count";

export type FileViewerProps = {
  readonly bytes: number;
  /** Without line ends; the last one is not empty. */
  readonly lines: readonly string[];
  /** Every line ends in carriage return and line feed, the last one too. */
  readonly endsInCrlf: boolean;
  /** As kept when the file was frozen, and of the bytes that are shown here. */
  readonly sha256: { readonly kept: string; readonly shown: string };
};

/** The stored bytes themselves, line by line, so that nobody has to open the file in a spreadsheet. */
export function FileViewer({ bytes, lines, endsInCrlf, sha256 }: FileViewerProps) {
  const width = String(lines.length).length;
  const text = lines.map((line, index) => `${String(index + 1).padStart(width)}  ${line}`).join("\n");
  return (
    <div className="space-y-4">
      <DescriptionList
        columns={1}
        items={[
          { term: "Size", value: `${formatBytes(bytes)}, ${countOf(lines.length, "line", "lines")}` },
          {
            term: "Line ends",
            value: endsInCrlf ? "CR LF after every line, the last one too" : "Not all lines end in CR LF",
          },
          {
            term: "SHA-256",
            value: (
              <>
                <code className="font-mono text-sm break-all">{sha256.shown}</code>{" "}
                <span className="text-sm text-muted">
                  {sha256.shown === sha256.kept
                    ? "of the bytes shown; the same as when it was frozen"
                    : `of the bytes shown; ${sha256.kept} was frozen`}
                </span>
              </>
            ),
          },
        ]}
      />
      <pre
        tabIndex={0}
        role="region"
        aria-label="Lines of the file"
        className="max-h-[70vh] overflow-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm"
      >
        {text}
      </pre>
    </div>
  );
}
