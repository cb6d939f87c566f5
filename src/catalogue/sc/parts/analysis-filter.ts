/** One condition of an analysis. */
import { anything, nonEmpty, z } from '../../language/index.js';

export const AnalysisFilter = z.object({
  filterName: nonEmpty.describe('Such as `severity`, `pluginID`, `repository` or `ip`.'),
  operator: nonEmpty.describe('Such as `=`, `!=`, `>=` or `~=`.'),
  value: anything.describe('Text, or for some filters an object with an `id`, or a list of such.'),
});
