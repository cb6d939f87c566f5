/** The argument of an operation that takes none. */
export type NoInput = Readonly<Record<string, never>>;
