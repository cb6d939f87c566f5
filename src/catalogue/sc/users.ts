/** Users: accounts of Security Center and of its organisations. https://docs.tenable.com/security-center/api/User.htm */
import { flagText, get, list, nonEmpty, oneOf, patch, post, remove, text, z } from '../language/index.js';
import { DetailsInput, FieldsInput, ObjectId, reference, references } from './parts/objects.js';
import { User, profile } from './parts/users.js';

export const page = 'https://docs.tenable.com/security-center/api/User.htm';

const settings = {
  ...profile,
  status: text.optional(),
  locked: flagText.optional(),
  emailNotice: text.optional(),
  groupID: ObjectId.optional(),
  orgID: ObjectId.optional(),
  managedUsersGroups: references,
  managedObjectsGroups: references,
  ldap: reference,
  createDefaultObjects: flagText.optional(),
};

const assetOrNone = z.union([oneOf(-1), ObjectId]);
const authType = nonEmpty.describe('`tns`, `ldap`, `saml` and others.').meta({ example: 'tns' });

export const operations = {
  list: get('/user', {
    doc: 'All users that the account may see.',
    input: FieldsInput,
    output: list(User),
    never: ['NotFoundError', 'UnsupportedError'],
    custom: { answer: 'toUserList' },
    pyTenable: 'sc.users.list',
  }),
  details: get('/user/{id}', { doc: 'One user.', input: DetailsInput, output: User, never: ['UnsupportedError'], pyTenable: 'sc.users.details' }),
  create: post('/user', {
    doc: 'Creates a user. `responsibleAssetID` is -1, for none, unless it is given.',
    input: {
      ...settings,
      username: nonEmpty,
      password: nonEmpty.optional().describe("Needed where `authType` is `tns`. Security Center's own settings say what it must hold."),
      roleID: ObjectId,
      authType,
      responsibleAssetID: assetOrNone.default(-1).describe('The asset that the user answers for; -1 for none.'),
    },
    secrets: ['password'],
    output: User,
    pyTenable: 'sc.users.create',
  }),
  update: patch('/user/{id}', {
    doc: 'Changes what is given of a user, except for the password.',
    input: {
      ...settings,
      id: ObjectId,
      username: nonEmpty.optional(),
      roleID: ObjectId.optional(),
      authType: authType.optional(),
      responsibleAssetID: assetOrNone.optional().describe('The asset that the user answers for; -1 for none.'),
    },
    output: User,
    pyTenable: 'sc.users.edit',
  }),
  delete: remove('/user/{id}', {
    doc: 'Deletes a user.',
    input: { id: ObjectId, migrateUserID: ObjectId.optional().describe('The user that gets what the deleted one owns.') },
    pyTenable: 'sc.users.delete',
  }),
  changePassword: patch('/user/{id}', {
    doc: "Sets a user's password. A weak one is a `PasswordComplexityError`.",
    input: {
      id: ObjectId,
      password: nonEmpty.describe("The new password. Security Center's own settings say what it must hold."),
      currentPassword: nonEmpty.optional().describe('The present password, needed of users who change their own.'),
    },
    secrets: ['password', 'currentPassword'],
    adds: ['PasswordComplexityError'],
    pyTenable: 'sc.users.edit',
  }),
};
