/**
 * Every module that package.json lets people import, its patterns expanded over the files of `src`: what checks of the
 * package and the API reference go over, so that a new entry needs no mention anywhere else.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const isPattern = (key) => key.includes('*');
/** What has declarations alone cannot be imported. */
const isOpen = (target) => target !== null && 'default' in target;
/** What stands for the star where a path fits a pattern; `undefined` where it does not. */
const toStar = (pattern, path) => {
  const [start, end] = pattern.split('*');
  const fits = path.length > start.length + end.length && path.startsWith(start) && path.endsWith(end);
  return fits ? path.slice(start.length, path.length - end.length) : undefined;
};

/** As Node resolves: the entry itself, else the pattern with the longest start, and of those the longest. */
function toTarget(exports, subpath) {
  if (!isPattern(subpath) && subpath in exports) return exports[subpath];
  const [pattern] = Object.keys(exports)
    .filter((key) => isPattern(key) && toStar(key, subpath) !== undefined)
    .sort((a, b) => b.indexOf('*') - a.indexOf('*') || b.length - a.length);
  if (pattern === undefined) return null;
  const star = toStar(pattern, subpath);
  return Object.fromEntries(Object.entries(exports[pattern]).map(([condition, path]) => [condition, path.replaceAll('*', star)]));
}

/** The entries of package.json that are modules of ours, in its order, the files of a pattern by name. */
export function listEntries() {
  const { exports, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `./src/${path.replaceAll('\\', '/')}`).sort();
  const subpaths = Object.entries(exports).flatMap(([key, target]) => {
    if (typeof target === 'string' || !isOpen(target)) return [];
    if (!isPattern(key)) return [key];
    return sources.map((path) => toStar(target['tenable-result-source'], path))
      .filter((star) => star !== undefined && !star.includes('/')).map((star) => key.replace('*', star));
  });
  return subpaths.map((subpath) => ({ subpath, target: toTarget(exports, subpath) })).filter(({ target }) => isOpen(target))
    .map(({ subpath, target }) => ({
      subpath,
      name: name + subpath.slice(1),
      source: target['tenable-result-source'],
      types: target.types,
      module: target.default,
    }));
}
