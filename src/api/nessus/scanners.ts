/** Scanners: the server's own and, on Nessus Manager, those linked to it. Each server documents itself at /api. */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { noInput, numericId } from '../../schema/shapes.js';

export interface Scanner {
  readonly id: number;
  readonly name: string;
  readonly uuid?: string | null;
  /** `local`, `managed` and the like. */
  readonly type?: string | null;
  /** `on` or `off`. */
  readonly status?: string | null;
  readonly platform?: string | null;
  readonly engine_version?: string | null;
  /** Date and time of its plugins, as `YYYYMMDDhhmm`. */
  readonly loaded_plugin_set?: string | null;
  /** Scans that run on it. */
  readonly scan_count?: number | null;
}

export interface ScannerList {
  readonly scanners: readonly Scanner[] | null;
}

export interface ScannerDetailsInput {
  readonly scanner_id: number;
}

const text = /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.nullable(/* @__PURE__ */ v.string()));

const scanner: v.GenericSchema<unknown, Scanner> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  name: v.string(),
  uuid: text,
  type: text,
  status: text,
  platform: text,
  engine_version: text,
  loaded_plugin_set: text,
  scan_count: v.exactOptional(v.nullable(v.number())),
});

const scannerList: v.GenericSchema<unknown, ScannerList> = /* @__PURE__ */ v.looseObject({ scanners: v.nullable(v.array(scanner)) });

const detailsInput: v.GenericSchema<ScannerDetailsInput> = /* @__PURE__ */ v.strictObject({ scanner_id: numericId });

/** The scanners that scans can run on. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'scanners.list',
  product: 'nessus',
  method: 'GET',
  path: '/scanners',
  docs: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
  input: noInput,
  output: /* @__PURE__ */ json<ScannerList>(scannerList),
  removes: ['InvalidInputError'],
});

/** One scanner. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'scanners.details',
  product: 'nessus',
  method: 'GET',
  path: '/scanners/{scanner_id}',
  docs: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
  input: detailsInput,
  output: /* @__PURE__ */ json<Scanner>(scanner),
});
