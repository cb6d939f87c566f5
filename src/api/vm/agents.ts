/** Agents: Nessus agents linked to the container. https://developer.tenable.com/reference/agents */
import * as v from 'valibot';

import { defineOperation, offsetPaging } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { numericId, pageLimit, pageOffset, pagination } from '../../schema/shapes.js';
import type { Pagination } from '../../schema/shapes.js';

export type { Pagination } from '../../schema/shapes.js';

export interface Agent {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly platform: string;
  readonly distro?: string;
  readonly ip?: string;
  /** `on` or `off`. */
  readonly status: string;
  /** Unix time in seconds. */
  readonly linked_on?: number;
  /** Unix time in seconds. */
  readonly last_connect?: number;
  readonly plugin_feed_id?: string;
  readonly core_version?: string;
  readonly core_build?: string;
  readonly groups?: readonly { readonly id: number; readonly name: string }[];
}

export interface AgentPage {
  readonly agents: readonly Agent[];
  readonly pagination: Pagination;
}

export interface AgentListInput {
  /** The scanner that the agents are linked through; 1 for the cloud. */
  readonly scanner_id: number;
  /** Filters of the form `name:operator:value`. */
  readonly f?: readonly string[] | undefined;
  /** Whether all filters must hold or any. Default `and`. */
  readonly ft?: 'and' | 'or' | undefined;
  /** Text to search for. */
  readonly w?: string | undefined;
  /** Fields to search in, joined by commas. */
  readonly wf?: string | undefined;
  /** `field:asc` or `field:desc`, several joined by commas. */
  readonly sort?: string | undefined;
  /** Agents a page, 1 to 5000. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

const agent: v.GenericSchema<unknown, Agent> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  uuid: v.string(),
  name: v.string(),
  platform: v.string(),
  distro: v.exactOptional(v.string()),
  ip: v.exactOptional(v.string()),
  status: v.string(),
  linked_on: v.exactOptional(v.number()),
  last_connect: v.exactOptional(v.number()),
  plugin_feed_id: v.exactOptional(v.string()),
  core_version: v.exactOptional(v.string()),
  core_build: v.exactOptional(v.string()),
  groups: v.exactOptional(v.array(v.looseObject({ id: v.number(), name: v.string() }))),
});

const page: v.GenericSchema<unknown, AgentPage> = /* @__PURE__ */ v.looseObject({
  agents: v.array(agent),
  pagination,
});

const listInput: v.GenericSchema<AgentListInput> = /* @__PURE__ */ v.strictObject({
  scanner_id: numericId,
  f: v.optional(v.array(v.string())),
  ft: v.optional(v.picklist(['and', 'or'])),
  w: v.optional(v.string()),
  wf: v.optional(v.string()),
  sort: v.optional(v.string()),
  limit: v.optional(pageLimit),
  offset: v.optional(pageOffset),
});

/** Agents, page by page. Needs scan manager permission. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'agents.list',
  product: 'vm',
  method: 'GET',
  path: '/scanners/{scanner_id}/agents',
  docs: 'https://developer.tenable.com/reference/agents-list',
  input: listInput,
  query: ['f', 'ft', 'w', 'wf', 'sort', 'limit', 'offset'],
  output: /* @__PURE__ */ json<AgentPage>(page),
  removes: ['UnsupportedError'],
  paging: /* @__PURE__ */ offsetPaging<Agent>('agents', 1000),
});
