/** For rows that stand in no report: our own headings, which are read without a question. */
export const TemplateLink = () => (
  <p className="text-sm text-muted">
    No report at hand?{" "}
    <a
      href="/library/downloads/template"
      download
      className="rounded-sm text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-accent"
    >
      Download the template
    </a>{" "}
    and fill in one row for each tariff number of each entry line, Chapter 99 numbers first.
  </p>
);
