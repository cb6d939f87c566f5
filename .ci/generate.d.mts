export function loadGenerator(): Promise<{ readonly generator: unknown; readonly loaded: readonly unknown[] }>;
export function listDescriptions(): readonly { readonly name: string; readonly path: string }[];
