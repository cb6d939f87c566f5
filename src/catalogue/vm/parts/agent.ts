/** What several areas tell of an agent. */
import { answerText, flag, list, number, text, time, z } from '../../language/index.js';
import { SortedPagination } from '../../parts/pagination.js';

export const AgentHealthEvent = z.object({
  identifier: number.nullish(),
  state: number.nullish(),
  state_time: number.nullish(),
  details: text.nullish(),
  previous_details: text.nullish(),
  muted: flag.nullish(),
  state_name: text.nullish(),
  identifier_name: text.nullish(),
  previous_state_name: text.nullish(),
});

export const AgentSetting = z.object({
  name: text.nullish(),
  setting: text.nullish(),
  type: text.nullish(),
  description: text.nullish(),
  min: number.nullish(),
  max: number.nullish(),
  backend_reload: flag.nullish(),
  value: answerText.nullish(),
  allowable_values: list(z.object({ value: answerText.nullish(), label: text.nullish() })).nullish(),
  default: answerText.nullish(),
});

export const Agent = z.object({
  id: number,
  uuid: text,
  name: text,
  platform: text.nullish(),
  distro: text.nullish(),
  ip: text.nullish(),
  linked_on: time.nullish(),
  status: text.nullish().describe('`on`, `off` or `init`.'),
  last_scanned: time.nullish(),
  plugin_feed_id: text.nullish(),
  core_build: text.nullish(),
  core_version: text.nullish(),
  last_connect: time.nullish(),
  aws_public_ipv4: text.nullish(),
  aws_public_hostname: text.nullish(),
  aws_instance_id: text.nullish(),
  aws_account_id: text.nullish(),
  supports_remote_logs: flag.nullish(),
  network_uuid: text.nullish(),
  network_name: text.nullish(),
  profile_uuid: text.nullish(),
  profile_name: text.nullish(),
  remote_settings: list(AgentSetting).nullish(),
  supports_remote_settings: flag.nullish(),
  restart_pending: flag.nullish(),
  asset_uuid: text.nullish(),
  health: number.nullish(),
  health_state_name: text.nullish(),
  health_events: list(AgentHealthEvent).nullish(),
  safe_mode: number.nullish(),
  last_safe_mode: time.nullish(),
  fredi_status: flag.nullish(),
  runtime_scanning_health: number.nullish(),
  nessus_scanning_health: number.nullish(),
  groups: list(z.object({ id: number, name: text })).nullish().describe('The agent groups that it is in.'),
});

export const AgentPage = z.object({ agents: list(Agent), pagination: SortedPagination });
