/** Agent settings: what holds for all agents of the container. https://developer.tenable.com/reference/agent-config */
import { flag, get, number, put, z } from '../language/index.js';
import { scanner_id } from './parts/scanner-id.js';

export const page = 'https://developer.tenable.com/reference/';

export const AgentConfig = z.object({
  auto_unlink: z.object({ enabled: flag.nullish(), expiration: number.nullish().describe('Days without contact, 1 to 365.') }).nullish().describe('Whether agents that are silent are unlinked.'),
  concurrent_update: z.object({ enabled: flag.nullish(), max_concurrent_update: number.nullish() }).nullish().describe('How many agents update at the same time, 0 to 2500.'),
  hybrid_scanning_enabled: flag.nullish(),
  software_update: flag.nullish().describe('Whether agents update themselves.'),
});

export const operations = {
  details: get('/scanners/{scanner_id}/agents/config', { doc: 'The settings of all agents.', input: { scanner_id }, output: AgentConfig, pyTenable: 'tio.agent_config.details' }),
  edit: put('/scanners/{scanner_id}/agents/config', {
    doc: 'Changes what is given of the settings of all agents.',
    input: {
      scanner_id,
      auto_unlink: z.object({ enabled: flag.optional(), expiration: z.int().min(1).max(365).optional().describe('Days without contact.') }).optional(),
      concurrent_update: z.object({ enabled: flag.optional(), max_concurrent_update: z.int().min(0).max(2500).optional() }).optional(),
      hybrid_scanning_enabled: flag.optional(),
      software_update: flag.optional(),
    },
    output: AgentConfig,
    pyTenable: 'tio.agent_config.edit',
  }),
};
