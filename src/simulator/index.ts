/** `tenable-result/simulator`: a Tenable in memory for tests, demonstrations and offline work. */
export { createSimulator } from './vm/simulator.js';
export type { Simulator, SimulatorOptions } from './vm/simulator.js';
export type { SimulatorControls } from './controls.js';
export type { ListenOptions, ServerTls, SimulatorServer } from './listen.js';
export { faults } from './faults.js';
export type { Fault, FaultAnswer, FaultTarget } from './fault.js';
export type { ExportOutcome } from './vm/export-outcome.js';
export type { DuplicateAnswer } from './vm/world.js';
export type { AnswerParts, SeenRequest, SimulatedAnswer, SimulatedRequest } from './simulated-exchange.js';
export { createVirtualClock } from './virtual-clock.js';
export type { Settling, VirtualClock } from './virtual-clock.js';

// What there is in the container to try things out with
export { cloudScannerId } from './vm/records/agents.js';
export { inventedNowMs } from './records/invented-time.js';
export { scanIds } from './vm/records/scans.js';
export { usernames } from './vm/records/users.js';
