/** `tenable-result/simulator`: a Tenable in memory for tests, demonstrations and offline work. */
export { createSimulator } from './vm/simulator.js';
export type { Simulator, SimulatorOptions } from './vm/simulator.js';
export type { SimulatedLogIn, SimulatorControls } from './controls.js';
export type { ListenOptions, ServerTls, SimulatorServer } from './listen.js';
export { faults } from './faults.js';
export type { Fault, FaultAnswer, FaultTarget } from './fault.js';
export type { ExportOutcome } from './vm/chunk-plan.js';
export type { DuplicateAnswer } from './vm/world.js';
export { createScSimulator } from './sc/simulator.js';
export type { ScSimulator, ScSimulatorOptions } from './sc/simulator.js';
export { scFaults } from './sc/faults.js';
export { createNessusSimulator } from './nessus/simulator.js';
export type { NessusSimulator, NessusSimulatorOptions } from './nessus/simulator.js';
export type { NessusEdition, NessusReadiness } from './nessus/world.js';
export { nessusFaults } from './nessus/faults.js';
export type { AnswerParts, SeenRequest, SimulatedAnswer, SimulatedRequest } from './simulated-exchange.js';
export { createVirtualClock } from './virtual-clock.js';
export type { Settling, VirtualClock } from './virtual-clock.js';

// What there is in the container to try things out with
export { cloudScannerId } from './vm/records/agents.js';
export { inventedNowMs } from './records/invented-time.js';
export { scanIds } from './vm/records/scans.js';
export { usernames } from './vm/records/users.js';
export { scObjectIds } from './sc/records/objects.js';
export { nessusScanIds } from './nessus/records/scans.js';
export { nessusUsernames } from './nessus/records/users.js';
export { scUsernames } from './sc/records/users.js';
