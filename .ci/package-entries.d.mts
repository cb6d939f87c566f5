/** One module that people can import. */
export interface PackageEntry {
  /** As package.json spells it: `./vm/scans`. */
  readonly subpath: string;
  /** As people import it: `tenable-result/vm/scans`. */
  readonly name: string;
  /** Its files, from the root of the package. */
  readonly source: string;
  readonly types: string;
  readonly module: string;
}

/** The entries of package.json that are modules of ours, in its order, the files of a pattern by name. */
export function listEntries(): readonly PackageEntry[];
