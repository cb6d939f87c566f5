/** System: what Security Center says of itself. https://docs.tenable.com/security-center/api/System.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { noInput } from '../../schema/shapes.js';
import { answerText, optionalAnswerText } from './shapes.js';

/** Recent versions tell next to nothing of this to whom they do not know. */
export interface SystemDetails {
  /** Such as `6.4.0`. */
  readonly version?: string | null;
  readonly buildID?: string | null;
  readonly releaseID?: string | null;
  readonly uuid?: string | null;
  /** `Valid` when all is well. */
  readonly licenseStatus?: string | null;
  /** Seconds after which a session that is not used ends. */
  readonly sessionTimeout?: string | null;
  /** `true` where new passwords are held to rules. */
  readonly PasswordComplexity?: string | null;
  readonly banner?: string | null;
}

export interface Locale {
  /** Such as `ja`. */
  readonly code: string;
  readonly name?: string | null;
  readonly description?: string | null;
}

/** The state of the appliance, as the service keeps an eye on it. */
export interface SystemDiagnostics {
  /** `true` when all is well. */
  readonly statusJava?: string | null;
  readonly statusRPM?: string | null;
  readonly statusDisk?: string | null;
  /** The free part of the disk below which `statusDisk` changes, such as `5%`. */
  readonly statusThresholdDisk?: string | null;
  /** Unix time in seconds. */
  readonly statusLastChecked?: string | null;
  /** When the last file for Tenable's support was made. Unix time in seconds; -1 for never. */
  readonly diagnosticsGenerated?: string | null;
  readonly diagnosticsGenerateState?: string | null;
}

const systemDetails: v.GenericSchema<unknown, SystemDetails> = /* @__PURE__ */ v.looseObject({
  version: optionalAnswerText,
  buildID: optionalAnswerText,
  releaseID: optionalAnswerText,
  uuid: optionalAnswerText,
  licenseStatus: optionalAnswerText,
  sessionTimeout: optionalAnswerText,
  PasswordComplexity: optionalAnswerText,
  banner: optionalAnswerText,
});

const localeDetails: v.GenericSchema<unknown, Locale> = /* @__PURE__ */ v.looseObject({
  code: answerText,
  name: optionalAnswerText,
  description: optionalAnswerText,
});

const systemDiagnostics: v.GenericSchema<unknown, SystemDiagnostics> = /* @__PURE__ */ v.looseObject({
  statusJava: optionalAnswerText,
  statusRPM: optionalAnswerText,
  statusDisk: optionalAnswerText,
  statusThresholdDisk: optionalAnswerText,
  statusLastChecked: optionalAnswerText,
  diagnosticsGenerated: optionalAnswerText,
  diagnosticsGenerateState: optionalAnswerText,
});

/** Version, licence and settings. Older versions tell them without credentials. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'system.details',
  product: 'sc',
  method: 'GET',
  path: '/system',
  docs: 'https://docs.tenable.com/security-center/api/System.htm',
  input: noInput,
  output: /* @__PURE__ */ json<SystemDetails>(systemDetails),
  removes: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
});

/** The language of plugins. Needs an administrator. */
export const locale = /* @__PURE__ */ defineOperation({
  id: 'system.locale',
  product: 'sc',
  method: 'GET',
  path: '/system/locale',
  docs: 'https://docs.tenable.com/security-center/api/System.htm',
  input: noInput,
  output: /* @__PURE__ */ json<Locale>(localeDetails),
  removes: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
});

/** The state of the appliance. Needs an administrator. */
export const diagnostics = /* @__PURE__ */ defineOperation({
  id: 'system.diagnostics',
  product: 'sc',
  method: 'GET',
  path: '/system/diagnostics',
  docs: 'https://docs.tenable.com/security-center/api/System.htm',
  input: noInput,
  output: /* @__PURE__ */ json<SystemDiagnostics>(systemDiagnostics),
  removes: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
});
