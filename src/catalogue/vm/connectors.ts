/** Cloud connectors: what finds assets in clouds. https://developer.tenable.com/reference/io-connectors-list */
import { answerId, anything, byOffset, count, flag, get, list, map, nonEmpty, number, oneOf, pageLimit, pageOffset, pathText, post, put, remove, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const ConnectorSchedule = z.object({ units: text.nullish().describe('`days`, `hours`, `minutes` or `weeks`.'), value: number.nullish() });

export const Connector = z.object({
  type: text.nullish(),
  human_type: text.nullish(),
  data_type: text.nullish(),
  name: text.nullish(),
  status: text.nullish(),
  is_fa: flag.nullish(),
  status_message: text.nullish(),
  schedule: ConnectorSchedule.nullish(),
  date_created: text.nullish(),
  date_modified: text.nullish(),
  id: answerId.nullish(),
  container_uuid: text.nullish(),
  expired: flag.nullish(),
  incremental_mode: flag.nullish(),
  params: map(anything).nullish().describe('By the kind of cloud, without secrets.'),
  last_sync_time: text.nullish(),
  network_uuid: text.nullish(),
});

export const ConnectorPage = z.object({ connectors: list(Connector), pagination: anything.optional() });

export const ConnectorAnswer = z.object({ connector: Connector.nullish() });

export const ChangedConnector = z.object({ id: answerId.nullish() });

export const AwsRegion = z.object({ name: text.nullish(), friendly_name: text.nullish() });

export const AwsTrail = z.object({ arn: text, name: text.nullish(), region: AwsRegion.nullish(), availability: text.nullish().describe('`success` or `error`.') });

export const AwsTrailList = z.object({ trails: list(AwsTrail).nullish() });

const connector_id = pathText.describe("The connector's UUID.");
const settings = {
  name: nonEmpty,
  network_uuid: uuid.optional().describe('The network of what it finds. Default: the default network.'),
  params: map(anything).describe('By the kind of cloud: keys, accounts, subscriptions.'),
  schedule: z.object({ units: oneOf('days', 'hours', 'minutes', 'weeks'), value: count }).optional(),
};

export const operations = {
  list: get('/settings/connectors', {
    doc: 'Cloud connectors, page by page.',
    input: { limit: pageLimit.optional(), offset: pageOffset.optional(), sort: text.optional() },
    output: ConnectorPage,
    never: ['NotFoundError'],
    paging: byOffset('connectors'),
    page: 'io-connectors-list',
  }),
  details: get('/settings/connectors/{connector_id}', { doc: 'One cloud connector.', input: { connector_id }, output: ConnectorAnswer, page: 'io-connectors-details' }),
  create: post('/settings/connectors', {
    doc: 'Creates a cloud connector.',
    input: { connector: z.object({ type: nonEmpty.describe('`aws`, `aws_keyless`, `azure`, `gcp` and the like.'), ...settings }) },
    output: ConnectorAnswer,
    secrets: ['connector'],
    page: 'io-connectors-create',
  }),
  update: put('/settings/connectors/{connector_id}', {
    doc: 'Changes a cloud connector.',
    input: { connector_id, connector: z.object(settings) },
    output: ChangedConnector,
    secrets: ['connector'],
    page: 'io-connectors-update',
  }),
  delete: remove('/settings/connectors/{connector_id}', { doc: 'Deletes a cloud connector. Its assets stay.', input: { connector_id }, page: 'io-connectors-delete' }),
  import: post('/settings/connectors/{connector_id}/import', { doc: 'Looks for assets now.', input: { connector_id }, output: ConnectorAnswer, page: 'io-connectors-import-assets' }),
  awsCloudtrails: post('/settings/connectors/aws/cloudtrails', {
    doc: 'The trails that an AWS account has.',
    input: { region: list(AwsRegion), account_id: nonEmpty.optional(), credentials: z.object({ access_key: nonEmpty, secret_key: nonEmpty }).optional() },
    output: AwsTrailList,
    secrets: ['credentials'],
    idempotent: true,
    page: 'io-connectors-get-aws-cloudtrails',
  }),
  cloudformationTemplate: post('/settings/connectors/cloudformation-template', {
    doc: 'The template that gives a connector its role in an AWS account.',
    input: { connector_id: uuid, account_id: nonEmpty },
    output: map(anything),
    idempotent: true,
    page: 'io-connectors-get-cft-template',
  }),
  armTemplate: get('/settings/connectors/azure-fa/{connector_id}/arm-template', {
    doc: 'The template that gives a connector its role in Azure.',
    input: { connector_id },
    output: map(anything),
    page: 'io-connectors-get-arm-template',
  }),
};
