import { expect, test } from 'vitest';

import { checkpointField, exportKindField, exportKinds } from '../../../src/errors/model/checkpoint.js';

const checkpoint = { version: 1, kind: 'assets', uuid: 'job-1', done: [3, 1], failed: [2], cancelled: [] };

test.each(exportKinds)('keeps a checkpoint of a %s export as it is', (kind) => {
  expect(checkpointField.keep({ ...checkpoint, kind })).toStrictEqual({ ...checkpoint, kind });
  expect(checkpointField.misfit({ ...checkpoint, kind }, 'checkpoint')).toBeNull();
  expect(exportKindField.keep(kind)).toBe(kind);
});

test.each([
  ['another version', { ...checkpoint, version: 2 }, 'checkpoint.version', '1'],
  ['another kind', { ...checkpoint, kind: 'plugins' }, 'checkpoint.kind', 'vulns | assets | assets-v2 | compliance | was'],
  ['a chunk id that is no number', { ...checkpoint, failed: [1, '2'] }, 'checkpoint.failed[1]', 'number of 0 or more'],
  ['no lists', { version: 1, kind: 'vulns', uuid: 'job-1' }, 'checkpoint.done', 'array'],
])('does not go on from %s', (_title, value, path, expected) => {
  expect(checkpointField.misfit(value, 'checkpoint')).toStrictEqual({ path, expected });
});
