import { buttonLook } from "@/components/ui/button-look";
import { Input } from "@/components/ui/field";

type WordSearchProps = {
  readonly action: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
};

/** One field, asked with GET, so that every answer has an address. */
export function WordSearch({ action, label, hint, value }: WordSearchProps) {
  return (
    <form action={action} role="search" className="max-w-prose space-y-3 print:hidden">
      <Input id="q" name="q" type="search" label={label} hint={hint} defaultValue={value} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonLook({})}>
          Search
        </button>
        {value === "" ? null : (
          <a href={action} className={buttonLook({ variant: "quiet" })}>
            Show all
          </a>
        )}
      </div>
    </form>
  );
}
