/** Proxy: what the server goes through to reach Tenable. https://docs.tenable.com/nessus/Content/ProxyServer.htm */
import { answerText, count, get, oneOf, put, text, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/ProxyServer.htm';

export const ProxySettings = z.object({
  proxy: text.nullish().describe('Its host.'),
  proxy_port: answerText.nullish(),
  proxy_auth: text.nullish().describe('`auto`, `basic`, `digest`, `none` or `ntlm`; newer servers.'),
  proxy_username: text.nullish(),
  proxy_password: text.nullish().describe('Asterisks.'),
  user_agent: text.nullish(),
});

export const operations = {
  details: get('/settings/network/proxy', { doc: 'Which proxy is used.', output: ProxySettings, never: ['InvalidInputError'], pyTenable: 'nessus.proxy.details' }),
  edit: put('/settings/network/proxy', {
    doc: 'Changes which proxy is used.',
    input: {
      proxy: text.optional().describe('Its host; empty for none.'),
      proxy_port: z.union([count, text]).optional(),
      proxy_auth: oneOf('auto', 'basic', 'digest', 'none', 'ntlm').optional(),
      proxy_username: text.optional(),
      proxy_password: text.optional(),
      user_agent: text.optional(),
    },
    secrets: ['proxy_password'],
    pyTenable: 'nessus.proxy.edit',
  }),
};
