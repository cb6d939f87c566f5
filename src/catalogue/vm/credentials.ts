/** Credentials: log-ins that scans use, managed in one place. https://developer.tenable.com/reference/credentials */
import { answerId, anything, byOffset, flag, get, list, map, nonEmpty, number, oneOf, pageOffset, post, put, remove, text, time, uuid, z } from '../language/index.js';
import { SortedPagination } from '../parts/pagination.js';
import { UploadFile } from '../parts/upload.js';
import { listFilters } from './parts/list-filters.js';

export const page = 'https://developer.tenable.com/reference/';

const named = z.object({ id: text.nullish(), name: text.nullish() }).nullish();
const person = z.object({ id: number.nullish(), display_name: text.nullish() }).nullish();

export const CredentialPermission = z.object({ grantee_uuid: text, type: text.describe('`user` or `group`.'), permissions: number.describe('32 may use, 64 may edit.'), name: text.nullish() });

export const Credential = z.object({
  uuid: answerId,
  name: text,
  description: text.nullish(),
  category: named,
  type: named,
  created_date: time.nullish(),
  created_by: person,
  last_used_by: person,
  permission: number.nullish(),
  user_permissions: number.nullish(),
  permissions: list(CredentialPermission).nullish(),
});

export const CredentialPage = z.object({ credentials: list(Credential), pagination: SortedPagination.nullish() });

export const CredentialDetails = z.object({
  name: text,
  description: text.nullish(),
  category: named,
  type: named,
  ad_hoc: flag.nullish(),
  user_permissions: number.nullish(),
  settings: map(anything).nullish().describe('By name, without secrets.'),
  permissions: list(CredentialPermission).nullish(),
});

export const CredentialType = z.object({
  id: text,
  category: text.nullish(),
  default_expand: flag.nullish(),
  types: list(z.object({ id: text, name: text.nullish(), max: number.nullish(), expand_settings: flag.nullish(), configuration: list(map(anything)).nullish().describe('The settings of a credential of this type.') })).nullish(),
});

export const CredentialTypeList = z.object({ credentials: list(CredentialType) });

export const CreatedCredential = z.object({ uuid: answerId });

const uuidOf = { uuid: uuid.describe("The credential's UUID.") };
const settings = map(anything).describe('By name, as `types` lists them: `username`, `password`, `auth_method` and the like.');
const permission = z.object({ grantee_uuid: uuid, type: oneOf('user', 'group'), permissions: oneOf(32, 64).describe('32 may use, 64 may edit.'), name: text.nullish() });

export const operations = {
  list: get('/credentials', {
    doc: 'Credentials, page by page.',
    input: {
      ...listFilters,
      referrer_owner_uuid: uuid.optional().describe('Only credentials that scans of this user use.'),
      limit: z.int().min(1).max(300).optional().describe('Credentials a page, 1 to 300.'),
      offset: pageOffset.optional(),
    },
    output: CredentialPage,
    never: ['NotFoundError'],
    paging: { ...byOffset('credentials'), size: 300 },
    pyTenable: 'tio.credentials.list',
  }),
  details: get('/credentials/{uuid}', { doc: 'One credential, without its secrets.', input: { uuid: uuidOf.uuid }, output: CredentialDetails, pyTenable: 'tio.credentials.details' }),
  create: post('/credentials', {
    doc: 'Creates a credential.',
    input: {
      name: nonEmpty,
      description: text.optional(),
      type: nonEmpty.describe('The id of a type, as `types` lists them.'),
      settings,
      permissions: list(permission).optional(),
    },
    output: CreatedCredential,
    secrets: ['settings'],
    pyTenable: 'tio.credentials.create',
  }),
  edit: put('/credentials/{uuid}', {
    doc: 'Changes what is given of a credential.',
    input: {
      uuid: uuidOf.uuid,
      name: nonEmpty.optional(),
      description: text.optional(),
      ad_hoc: flag.optional(),
      settings: settings.optional(),
      permissions: list(permission).optional(),
    },
    output: z.object({ updated: flag.nullish() }),
    secrets: ['settings'],
    page: 'credentials-update',
    pyTenable: 'tio.credentials.edit',
  }),
  delete: remove('/credentials/{uuid}', { doc: 'Deletes a credential.', input: { uuid: uuidOf.uuid }, output: z.object({ deleted: flag.nullish() }), pyTenable: 'tio.credentials.delete' }),
  uploadFile: post('/credentials/files', {
    doc: 'Uploads a file that a credential is made of, such as a private key.',
    input: { file: UploadFile, fileType: oneOf('pem', 'json', 'csv', 'p12', 'ssh', 'x.509', 'cookie') },
    upload: { member: 'file', part: 'Filedata' },
    query: ['fileType'],
    output: z.object({ fileuploaded: text }),
    never: ['NotFoundError'],
    page: 'credentials-file-upload',
    pyTenable: 'tio.credentials.upload',
  }),
  types: get('/credentials/types', {
    doc: 'The types of credentials, and the settings of each.',
    output: CredentialTypeList,
    never: ['NotFoundError'],
    page: 'credentials-list-credential-types',
    pyTenable: 'tio.credentials.types',
  }),
};
