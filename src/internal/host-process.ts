/** What is used of Node's `process`. Other platforms have none, or a part of it. */
export type HostProcess = Partial<Pick<NodeJS.Process, 'argv' | 'cwd' | 'env' | 'getBuiltinModule' | 'versions'>>;

/**
 * The `process` of the platform. Looked up on the global object, and modules of Node through it, so that no bundler
 * has to resolve what its platform does not have.
 */
export function toHostProcess(): HostProcess | undefined {
  return (globalThis as { readonly process?: HostProcess }).process;
}
