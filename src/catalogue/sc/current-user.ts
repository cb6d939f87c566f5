/** Current user: who the keys or the session belong to. https://docs.tenable.com/security-center/api/Current-User.htm */
import { get, nonEmpty, patch, post, z } from '../language/index.js';
import { FieldsInput } from './parts/objects.js';
import { User, profile } from './parts/users.js';
import { Organization } from './parts/organization.js';

export const page = 'https://docs.tenable.com/security-center/api/Current-User.htm';

export const CurrentUserUpdateInput = z.object(profile);

export const operations = {
  details: get('/currentUser', {
    doc: 'The user that requests act as. The cheapest way to check credentials.',
    input: FieldsInput,
    output: User,
    never: ['NotFoundError', 'UnsupportedError'],
    pyTenable: 'sc.current.user',
  }),
  update: patch('/currentUser', { doc: 'Changes what is given of the user that requests act as.', input: CurrentUserUpdateInput, output: User }),
  changePassword: patch('/currentUser', {
    doc: 'Sets the password of the user that requests act as. A weak one is a `PasswordComplexityError`.',
    input: {
      password: nonEmpty.describe("The new password. Security Center's own settings say what it must hold."),
      currentPassword: nonEmpty.describe('The present password.'),
    },
    secrets: ['password', 'currentPassword'],
    adds: ['PasswordComplexityError'],
  }),
  organization: get('/currentOrganization', {
    doc: 'The organization of the user that requests act as.',
    input: FieldsInput,
    output: Organization,
    never: ['NotFoundError', 'UnsupportedError'],
    page: 'https://docs.tenable.com/security-center/api/Current-Organization.htm',
    pyTenable: 'sc.current.org',
  }),
  associateCert: post('/currentUser/associateCert', { doc: 'Ties the certificate of the connection to the user, who can log in with it then.', output: User, pyTenable: 'sc.current.associate_cert' }),
};
