/** A Nessus agent, as lists of agents and groups of them hold it. */
import { number, text, time, z } from '../../language/index.js';

export const Agent = z.object({
  id: number,
  uuid: text,
  name: text,
  status: text.nullish().describe('`on` or `off`.'),
  platform: text.nullish(),
  distro: text.nullish(),
  ip: text.nullish(),
  mac_addrs: text.nullish().describe('JSON of a list.'),
  core_version: text.nullish(),
  core_build: text.nullish(),
  plugin_feed_id: text.nullish(),
  linked_on: time.nullish(),
  last_connect: time.nullish(),
  last_scanned: time.nullish(),
  unlinked_on: time.nullish(),
  auto_unlinked: number.nullish().describe('1 where it was unlinked for being away too long.'),
  link_status: text.nullish(),
  profile: text.nullish(),
  profile_uuid: text.nullish(),
  node_id: number.nullish(),
  cluster_group_name: text.nullish(),
  total_agents: number.nullish().describe('How many agents the whole list has.'),
});
