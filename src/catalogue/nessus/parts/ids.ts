/** Several objects at once. */
import { count, list, number, z } from '../../language/index.js';

/** The input of what is done to several objects. A list that is empty would do nothing. */
export const ids = list(count).min(1).describe('Their numbers.');

export const DeletedIds = z.object({ deleted: list(number).nullish().describe('The numbers of those that are gone.') });
