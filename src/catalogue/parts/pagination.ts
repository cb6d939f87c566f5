/** Where a page of a list stands in the whole. */
import { number, z } from '../language/index.js';

export const Pagination = z.object({ total: number, limit: number, offset: number }).describe('Where a page of a list stands in the whole.');
