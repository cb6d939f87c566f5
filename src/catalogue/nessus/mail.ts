/** Mail: the server that messages about results go through. https://docs.tenable.com/nessus/Content/SMTPServer.htm */
import { answerText, asRead, count, get, oneOf, put, text, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/SMTPServer.htm';

export const MailSettings = z.object({
  smtp_host: text.nullish(),
  smtp_port: answerText.nullish(),
  smtp_enc: text.nullish().describe('`No Encryption`, `Use TLS if available`, `Force SSL` or `Force TLS`.'),
  smtp_from: text.nullish(),
  smtp_www_host: text.nullish().describe('The host that links in messages lead to.'),
  smtp_user: text.nullish(),
  smtp_pass: text.nullish(),
  smtp_auth: text.nullish().describe('`NONE`, `PLAIN`, `LOGIN`, `NTLM` or `CRAM-MD5`.'),
  smtp_test: answerText.nullish(),
});

const some = text.nullish();

export const operations = {
  details: get('/settings/network/mail', { doc: 'How messages are sent.', output: MailSettings, never: ['InvalidInputError'], pyTenable: 'nessus.mail.details' }),
  edit: put('/settings/network/mail', {
    doc: 'Changes how messages are sent. Takes the settings as `details` tells them, with what shall be other; the password is told by none, so it has to be given.',
    input: asRead(MailSettings, {
      smtp_host: some,
      smtp_port: z.union([count, text]).nullish(),
      smtp_enc: oneOf('No Encryption', 'Use TLS if available', 'Force SSL', 'Force TLS').nullish(),
      smtp_from: some,
      smtp_www_host: some,
      smtp_user: some,
      smtp_pass: some,
      smtp_auth: oneOf('NONE', 'PLAIN', 'LOGIN', 'NTLM', 'CRAM-MD5').nullish(),
    }),
    secrets: ['smtp_pass'],
    pyTenable: 'nessus.mail.edit',
  }),
};
