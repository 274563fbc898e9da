/** A sentence in which text between `backticks` stands exactly so in a file: it is set in the mono cut. */
export function Quoted({ text }: { readonly text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} className="rounded-sm bg-sunken px-1 font-mono break-all">
        {part}
      </code>
    ),
  );
}
