import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fillPath } from '../../src/operation/path.js';
import { matchPath } from '../../src/simulator/path-template.js';

test.each([
  ['/scans', '/scans', {}],
  ['/scans/{scan_id}', '/scans/42', { scan_id: '42' }],
  ['/users/{user_id}/chpasswd', '/users/a%2Fb/chpasswd', { user_id: 'a/b' }],
  ['/scans/{scan_id}', '/scans', null],
  ['/scans/{scan_id}', '/scans/', null],
  ['/scans/{scan_id}', '/scans/42/launch', null],
  ['/scans/{scan_id}', '/users/42', null],
  ['/scans/{scan_id}', '/scans/%', null],
])('%s of %s', (template, path, params) => {
  expect(matchPath(template, path)).toStrictEqual(params);
});

test('what an operation fills into its path comes out again', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 0 }), (file_id, scan_id) => {
    const template = '/scans/{scan_id}/export/{file_id}/status';
    const path = fillPath(template, { scan_id, file_id });
    if (path.isOk()) expect(matchPath(template, path.value)).toStrictEqual({ scan_id: String(scan_id), file_id });
  }));
});
