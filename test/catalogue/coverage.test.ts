/** The catalogue beside all requests that are known: what is missing, by name, with the reason. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { operations } from './descriptions.js';

interface Known {
  readonly product: string;
  readonly method: string;
  readonly path: string;
}

const file = join(import.meta.dirname, '..', '..', '..', 'shared', 'facts', 'operations.jsonl');
const known = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Known) : []; // our own format
if (known.length === 0) console.log('Skipped: the catalogue beside all known requests; the file that lists them is not here.');

/** Documents say `null` where the cloud's own scanner is meant, which clients name by its number. */
const toForm = (product: string, method: string, path: string): string =>
  `${product} ${method} ${path.replace(/\{[^}]*\}|(?<=\/)null(?=\/)/g, '{}').replace(/^\/rest(?=\/)/, '').replace(/\/$/, '')}`;

/** Web Application Scanning is a part of the client of Vulnerability Management. */
const clientOf = (product: string): string => (product === 'was' ? 'vm' : product);

const described = new Set(operations.map(({ operation: { method, path, product } }) => toForm(product, method, path)));

const logIn = 'The client logs in and out itself.';

/** Why a request has no operation. */
const reasons: Readonly<Record<string, string>> = {
  'vm POST /session': logIn,
  'vm DELETE /session': logIn,
  'vm POST /sensors': 'Is sent by the sensor itself, with the key that it is linked by in a header.',
  'sc POST /token': logIn,
  'sc DELETE /token': logIn,
  'nessus POST /session': logIn,
  'nessus DELETE /session': logIn,
};

describe.skipIf(known.length === 0)('of all known requests', () => {
  test.each(['vm', 'sc', 'nessus'])('those of %s are operations, or there is a reason', (client) => {
    const forms = [...new Set(known.filter(({ product }) => clientOf(product) === client).map(({ method, path }) => toForm(client, method, path)))].sort();
    const missing = forms.filter((form) => !described.has(form));
    console.log([`${client}: ${forms.length - missing.length} of ${forms.length} known requests`, ...missing.map((form) => `  ${form}: ${reasons[form] ?? 'no reason'}`)].join('\n'));
    expect(missing.filter((form) => reasons[form] === undefined)).toStrictEqual([]);
  });

  test.each(Object.keys(reasons))('%s has no operation: its reason is in force', (form) => {
    expect(described.has(form)).toBe(false);
  });
});
