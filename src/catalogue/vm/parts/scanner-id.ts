/** The scanner that agents are linked through. */
import { count } from '../../language/index.js';

export const scanner_id = count.describe('The scanner that the agents are linked through; 1 for the cloud.').meta({ example: 1 });
