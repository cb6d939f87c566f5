/** Templates that configurations of scans of web applications start from. https://developer.tenable.com/reference/was-v2-templates-list */
import { answerId, anything, byOffset, get, list, map, nonEmpty, number, oneOf, post, put, remove, text, uuid, z } from '../language/index.js';
import { WasPagination, pageMembers, wasPage, wasSearch } from './parts/was.js';

export const page = 'https://developer.tenable.com/reference/';

export const WasTemplate = z.object({
  template_id: answerId,
  name: text.nullish().describe('`scan`, `overview`, `pci`, `ssl_tls` or `config_audit`.'),
  description: text.nullish(),
  plugin_state: text.nullish().describe('`locked` or `open`.'),
  scanner_types: text.nullish().describe('`scanner`, `container_group` or `cloud_group`.'),
  settings: map(anything).nullish(),
  defaults: map(anything).nullish(),
  plugins: list(z.object({ plugin_id: number.nullish(), name: text.nullish(), family: text.nullish() })).nullish(),
});

export const WasTemplatePage = z.object({ items: list(WasTemplate), pagination: WasPagination });

export const WasUserTemplate = z.object({ user_template_id: answerId, container_id: text.nullish(), data: map(anything).nullish().describe('Name, owner, settings and permissions, as `updateUserTemplate` takes them.') });

export const WasUserTemplatePage = z.object({ items: list(WasUserTemplate), pagination: WasPagination });

const user_template_id = uuid.describe("The template's UUID.");
const level = oneOf('no_access', 'view', 'control', 'configure');

export const operations = {
  list: get('/was/v2/templates', {
    doc: "Tenable's templates, page by page.",
    input: wasPage,
    output: WasTemplatePage,
    never: ['NotFoundError'],
    paging: { ...byOffset('items'), size: 200 },
    page: 'was-v2-templates-list',
  }),
  details: get('/was/v2/templates/{template_id}', { doc: "One of Tenable's templates.", input: { template_id: uuid }, output: WasTemplate, page: 'was-v2-templates-details' }),
  searchUserTemplates: post('/was/v2/user-templates/search', {
    doc: 'Templates of users that conditions find, page by page.',
    input: { ...wasSearch, ...wasPage },
    output: WasUserTemplatePage,
    query: [...pageMembers],
    never: ['NotFoundError'],
    paging: { ...byOffset('items'), size: 200 },
    idempotent: true,
    page: 'was-v2-user-templates-search',
  }),
  userTemplateDetails: get('/was/v2/user-templates/{user_template_id}', {
    doc: 'One template of a user.',
    input: { user_template_id },
    output: WasUserTemplate,
    page: 'was-v2-user-templates-details',
  }),
  updateUserTemplate: put('/was/v2/user-templates/{user_template_id}', {
    doc: 'Replaces a template of a user.',
    input: { user_template_id, name: nonEmpty, description: text.optional(), owner_id: uuid, template_id: uuid, default_permissions: level, results_visibility: oneOf('private', 'dashboard'), permissions: list(z.object({ entity: oneOf('user', 'group'), entity_id: uuid, level, permissions_id: uuid.optional() })), settings: map(anything) },
    output: WasUserTemplate,
    page: 'was-v2-user-templates-update',
  }),
  deleteUserTemplate: remove('/was/v2/user-templates/{user_template_id}', { doc: 'Deletes a template of a user.', input: { user_template_id }, page: 'was-v2-user-templates-delete' }),
};
