/** Server: what answers, and whether it is ready. Both work without a log-in. Each server documents itself at /api. */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { noInput } from '../../schema/shapes.js';

export interface ServerProperties {
  /** `Nessus Professional`, `Nessus Manager` and the like. */
  readonly nessus_type: string;
  /** Version of the engine. */
  readonly server_version: string;
  readonly server_build?: string | null;
  readonly server_uuid?: string | null;
  readonly nessus_ui_version?: string | null;
  readonly nessus_ui_build?: string | null;
  readonly platform?: string | null;
  /** Date and time of the plugins, as `YYYYMMDDhhmm`. */
  readonly loaded_plugin_set?: string | null;
  /** End of the licence. Unix time in seconds. */
  readonly expiration?: number | null;
  /** What the licence includes. Without `scan_api`, creating and launching scans are an `UnsupportedError`. */
  readonly features?: Readonly<Record<string, unknown>> | null;
}

export interface ServerStatus {
  /** `ready` when all is well; `loading`, `locked`, `register`, `feed-expired` and others otherwise. */
  readonly status: string;
  /** While loading: percent done. */
  readonly progress?: number | null;
}

const text = /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.nullable(/* @__PURE__ */ v.string()));

const serverProperties: v.GenericSchema<unknown, ServerProperties> = /* @__PURE__ */ v.looseObject({
  nessus_type: v.string(),
  server_version: v.string(),
  server_build: text,
  server_uuid: text,
  nessus_ui_version: text,
  nessus_ui_build: text,
  platform: text,
  loaded_plugin_set: text,
  expiration: v.exactOptional(v.nullable(v.number())),
  features: v.exactOptional(v.nullable(v.record(v.string(), v.unknown()))),
});

const serverStatus: v.GenericSchema<unknown, ServerStatus> = /* @__PURE__ */ v.looseObject({
  status: v.string(),
  progress: v.exactOptional(v.nullable(v.number())),
});

/** What the server is: its kind, its versions, its licence. */
export const properties = /* @__PURE__ */ defineOperation({
  id: 'server.properties',
  product: 'nessus',
  method: 'GET',
  path: '/server/properties',
  docs: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
  input: noInput,
  output: /* @__PURE__ */ json<ServerProperties>(serverProperties),
  removes: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
});

/** Whether the server is ready. One that still loads its plugins says so, or is a `RetryError`. */
export const status = /* @__PURE__ */ defineOperation({
  id: 'server.status',
  product: 'nessus',
  method: 'GET',
  path: '/server/status',
  docs: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
  input: noInput,
  output: /* @__PURE__ */ json<ServerStatus>(serverStatus),
  removes: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
});
