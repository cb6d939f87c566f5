/** How much is said of what does not fit. What fits, the differential test in test/catalogue holds against zod. */
import { expect, test } from 'vitest';

import { checkShape, maxIssues } from '../../src/schema/check-shape.js';
import type { Shape } from '../../src/schema/shape.js';

const condition: Shape = { strict: { property: 'text', operator: 'text' } };
const group: Shape = { strict: { and: { list: condition } } };

test.each<readonly [string, Shape, unknown]>([
  ['a list of texts', { list: 'text' }, Array.from({ length: 50 }, () => 1)],
  ['a list of which each fits one of two forms', { list: { either: [condition, group] } }, Array.from({ length: 50 }, () => ({ property: 1, operator: 2 }))],
  ['groups within a group', { list: { either: [condition, group] } }, Array.from({ length: 9 }, () => ({ and: Array.from({ length: 15 }, () => ({ property: 1, operator: 2 })) }))],
])('of %s, at most 20 misfits are told', (_title, shape, value) => {
  const checked = checkShape(shape, value);
  expect(checked.fits ? [] : checked.misfits).toHaveLength(maxIssues);
});
