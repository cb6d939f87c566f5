/** The audit log: who did what in the container. https://developer.tenable.com/reference/audit-log */
import { answerId, flag, get, isoTime, list, nonEmpty, number, oneOf, pageOffset, text, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const AuditEvent = z.object({
  id: answerId,
  action: text.nullish().describe('Such as `user.login`.'),
  crud: text.nullish().describe('`c`, `r`, `u` or `d`.'),
  is_failure: flag.nullish(),
  received: isoTime.nullish(),
  description: text.nullish(),
  actor: z.object({ id: answerId, name: text.nullish() }).nullish(),
  is_anonymous: flag.nullish(),
  target: z.object({ id: answerId, name: text.nullish(), type: text.nullish() }).nullish(),
  fields: list(z.object({ key: text.nullish(), value: text.nullish() })).nullish(),
});

export const AuditEventPage = z.object({ events: list(AuditEvent), pagination: z.object({
  total: number.nullish(),
  limit: number.nullish(),
  offset: number.nullish(),
  count: number.nullish(),
}).nullish() });

export const operations = {
  events: get('/audit-log/v1/events', {
    doc: 'Events, newest first unless `sort` says otherwise.',
    input: {
      f: list(nonEmpty).optional().describe('Filters of the form `field.operator:value` with the operators `gt`, `gte`, `lt`, `lte` and `eq`, such as `date.gt:2030-01-01`.'),
      ft: oneOf('and', 'or').optional().describe('Whether all filters must hold or any. Default `and`.'),
      limit: z.int().min(1).max(10_000).optional().describe('Events a page. Default 50.'),
      offset: pageOffset.optional(),
      sort: text.optional().describe('`field:asc` or `field:desc`.'),
      next: text.optional().describe('Where the page before says that the next one begins.'),
    },
    output: AuditEventPage,
    never: ['NotFoundError'],
    pyTenable: 'tio.audit_log.events',
  }),
};
