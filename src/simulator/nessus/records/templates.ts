/** The invented templates that scans and policies start from. */
import { toHexId, toUuid } from '../../invented-ids.js';

export interface Template {
  /** Longer than a UUID. */
  readonly uuid: string;
  readonly name: string;
  readonly title: string;
  readonly desc: string;
}

export const templates: readonly Template[] = [
  ['basic', 'Basic Network Scan', 'A scan for any host.'],
  ['advanced', 'Advanced Scan', 'A scan with every setting.'],
  ['discovery', 'Host Discovery', 'A scan that finds hosts.'],
].map(([name = '', title = '', desc = '']) => ({ uuid: toUuid('template', name) + toHexId(name).slice(0, 16), name, title, desc }));

/** What an editor shows of settings. */
export function toEditorForm(template: Template | undefined, settings: Readonly<Record<string, unknown>>, name: string): object {
  return {
    uuid: template?.uuid ?? '', name: template?.name ?? '', title: template?.title ?? '', is_agent: false, user_permissions: 128,
    settings: { basic: { inputs: Object.entries({ ...settings, name }).map(([id, value]) => ({ id, type: 'entry', default: value })) } },
    plugins: { families: {} },
  };
}
