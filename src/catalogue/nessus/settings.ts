/** Settings: how the server works, and how it does. https://docs.tenable.com/nessus/Content/AdvancedSettings.htm */
import { answerText, anything, get, list, number, others, put, seconds, text, time, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/AdvancedSettings.htm';
export const noun = 'Settings';

export const Preference = z.object({ id: text.nullish(), name: text, value: answerText.nullish() }).describe('An advanced setting.');

export const PreferenceList = z.object({ preferences: list(Preference).nullable() });

const measured = [
  'num_scans', 'num_hosts', 'num_tcp_sessions', 'nessus_cpu', 'cpu_load_avg', 'sys_cores', 'nessus_mem', 'nessus_vmem', 'sys_ram', 'sys_ram_used', 'nessus_log_disk_free',
  'nessus_log_disk_total', 'nessus_data_disk_free', 'nessus_data_disk_total', 'temp_disk_free', 'temp_disk_total', 'kbytes_received', 'kbytes_sent', 'num_dns_lookups',
  'avg_dns_lookup_time', 'num_rdns_lookups', 'avg_rdns_lookup_time', 'plugins_code_db_corrupted', 'plugins_description_db_corrupted', 'plugins_failed_to_compile_count',
];

export const ServerPerformance = z.object({ timestamp: time.nullish(), ...Object.fromEntries(measured.map((name) => [name, number.nullish()])) })
  .describe('How the server did at a time.');

export const ServerHealth = z.object({ perf_stats_current: ServerPerformance.nullish(), perf_stats_history: list(ServerPerformance).nullish() });

export const operations = {
  list: get('/settings/advanced', { doc: 'All advanced settings that are set.', output: PreferenceList, never: ['InvalidInputError'], pyTenable: 'nessus.settings.list' }),
  modify: put('/settings/advanced', {
    doc: 'Adds, edits and removes advanced settings. Some need a restart of the server.',
    input: {
      'setting.*': others(/^setting\.\d{1,3}\.(?:action|id|name|value)$/, 'setting.<n>.action, .id, .name or .value', text, 'setting')
        .describe("`'setting.0.action': 'edit'`, `'setting.0.name': 'max_hosts'`, `'setting.0.id'` from `list`, `'setting.0.value': '50'`; `add` and `remove` likewise."),
    },
    pyTenable: 'nessus.settings.modify',
  }),
  health: get('/settings/health/stats', { doc: 'How the server does.', output: ServerHealth, never: ['InvalidInputError'], pyTenable: 'nessus.settings.health' }),
  alerts: get('/settings/health/alerts', {
    doc: 'What the server complained of, in the form of its version.',
    input: { start_time: seconds.optional().describe('Only from then on.'), end_time: seconds.optional().describe('Only until then.') },
    output: anything,
    pyTenable: 'nessus.settings.alerts',
  }),
};
