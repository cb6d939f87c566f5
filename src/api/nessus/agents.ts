/** Agents: Nessus agents linked to a Nessus Manager. https://docs.tenable.com/nessus/Content/AgentSettings.htm */
import * as v from 'valibot';

import { defineOperation, offsetPaging } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import { numericId, pageLimit, pageOffset } from '../../schema/shapes.js';

export interface Agent {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly platform?: string | null;
  readonly distro?: string | null;
  readonly ip?: string | null;
  /** `on` or `off`. */
  readonly status?: string | null;
  readonly core_version?: string | null;
  /** Unix time in seconds. */
  readonly linked_on?: number | null;
  /** Unix time in seconds. */
  readonly last_connect?: number | null;
  /** Unix time in seconds. */
  readonly last_scanned?: number | null;
}

/** Part of the list; a list of one for `details`. */
export interface AgentPage {
  readonly agents: readonly Agent[] | null;
}

export interface AgentListInput {
  /** The field to sort by. */
  readonly sort_by?: string | undefined;
  readonly sort_order?: 'asc' | 'desc' | undefined;
  /** Agents a page, 1 to 5000. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export interface AgentIdInput {
  readonly agent_id: number;
}

const text = /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.nullable(/* @__PURE__ */ v.string()));
const seconds = /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.nullable(/* @__PURE__ */ v.number()));

const agent: v.GenericSchema<unknown, Agent> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  uuid: v.string(),
  name: v.string(),
  platform: text,
  distro: text,
  ip: text,
  status: text,
  core_version: text,
  linked_on: seconds,
  last_connect: seconds,
  last_scanned: seconds,
});

const page: v.GenericSchema<unknown, AgentPage> = /* @__PURE__ */ v.looseObject({ agents: v.nullable(v.array(agent)) });

const listInput: v.GenericSchema<AgentListInput> = /* @__PURE__ */ v.strictObject({
  sort_by: v.optional(v.string()),
  sort_order: v.optional(v.picklist(['asc', 'desc'])),
  limit: v.optional(pageLimit),
  offset: v.optional(pageOffset),
});

const idInput: v.GenericSchema<AgentIdInput> = /* @__PURE__ */ v.strictObject({ agent_id: numericId });

/** Agents, page by page. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'agents.list',
  product: 'nessus',
  method: 'GET',
  path: '/agents',
  docs: 'https://docs.tenable.com/nessus/Content/AgentSettings.htm',
  input: listInput,
  output: /* @__PURE__ */ json<AgentPage>(page),
  query: ['sort_by', 'sort_order', 'limit', 'offset'],
  paging: /* @__PURE__ */ offsetPaging<Agent>('agents', 1000),
});

/** One agent, as a list of one. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'agents.details',
  product: 'nessus',
  method: 'GET',
  path: '/agents/{agent_id}',
  docs: 'https://docs.tenable.com/nessus/Content/AgentSettings.htm',
  input: idInput,
  output: /* @__PURE__ */ json<AgentPage>(page),
});

/** Unlinks an agent; the server keeps what it knows of it. */
export const unlink = /* @__PURE__ */ defineOperation({
  id: 'agents.unlink',
  product: 'nessus',
  method: 'DELETE',
  path: '/agents/{agent_id}/unlink',
  docs: 'https://docs.tenable.com/nessus/Content/AgentSettings.htm',
  input: idInput,
  output: empty,
});

/** Deletes an agent with what the server knows of it. */
const deleteAgent = /* @__PURE__ */ defineOperation({
  id: 'agents.delete',
  product: 'nessus',
  method: 'DELETE',
  path: '/agents/{agent_id}',
  docs: 'https://docs.tenable.com/nessus/Content/AgentSettings.htm',
  input: idInput,
  output: empty,
});

export { deleteAgent as delete };
