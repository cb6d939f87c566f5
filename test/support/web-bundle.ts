/** The build of the package, bundled for platforms that have no Node. */
import { build } from 'esbuild';

/** One script that leaves what `source` exports in the global `name`, for the platform of `condition`. Nothing stays outside of it. */
export async function bundleForWeb(source: string, name: string, condition: 'browser' | 'deno' | 'workerd', resolveDir: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir, loader: 'ts' },
    bundle: true, format: 'iife', globalName: name, platform: 'neutral', mainFields: ['module', 'main'], conditions: [condition, 'import'], target: 'es2022', write: false, logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
