import { buttonLook } from "@/components/ui/button-look";
import { Input, Select, type Option } from "@/components/ui/field";

type Chapter99SearchProps = {
  readonly action: string;
  readonly values: {
    readonly q: string;
    readonly program: string;
    readonly country: string;
    readonly on: string;
    readonly rate: string;
  };
  readonly programs: readonly Option[];
  readonly countries: readonly Option[];
  readonly rates: readonly Option[];
  readonly dayProblem: string | undefined;
};

/** Asked with GET, so that every answer has an address. */
export function Chapter99Search({
  action,
  values,
  programs,
  countries,
  rates,
  dayProblem,
}: Chapter99SearchProps) {
  return (
    <form action={action} role="search" className="space-y-4 print:hidden">
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-5">
        <Input
          id="q"
          name="q"
          type="search"
          label="Number or words"
          placeholder="9903.01.24"
          defaultValue={values.q}
        />
        <Select
          id="program"
          name="program"
          label="Program"
          options={programs}
          defaultValue={values.program}
        />
        <Select
          id="country"
          name="country"
          label="Country of origin"
          options={countries}
          defaultValue={values.country}
        />
        <Input
          id="on"
          name="on"
          label="Day of entry"
          placeholder="2025-09-15"
          mono
          defaultValue={values.on}
          error={dayProblem}
        />
        <Select id="rate" name="rate" label="Rate" options={rates} defaultValue={values.rate} />
      </div>
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonLook({})}>
          Search
        </button>
        <a href={action} className={buttonLook({ variant: "quiet" })}>
          Clear
        </a>
      </div>
    </form>
  );
}
