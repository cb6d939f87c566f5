/**
 * Areas are loaded on first use, which takes real time. Most tests run in virtual time, which would run ahead of it: so
 * they begin with all areas loaded, as the second call of a program does. `test/call/load-operation.test.ts` tests the first.
 */
import { nessusAreas } from '../../src/api/nessus/areas.js';
import { scAreas } from '../../src/api/sc/areas.js';
import { vmAreas } from '../../src/api/vm/areas.js';
import type { Area } from '../../src/operation/area.js';

await Promise.all([vmAreas, scAreas, nessusAreas].flatMap((areas) => Object.values<Area>(areas).map((area) => area.load())));
