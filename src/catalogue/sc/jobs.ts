/** Jobs: what Security Center works on. Needs an administrator. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/Job.htm */
import { answerText, answerTime, get, idText, list, post, z } from '../language/index.js';
import { ObjectId, ObjectSummary, UserSummary, fields } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Job.htm';

export const Job = z.object({
  id: idText.nullish(),
  organization: ObjectSummary.nullish(),
  type: answerText.nullish(),
  status: answerText.nullish(),
  objectID: answerText.nullish(),
  initiator: UserSummary.nullish(),
  targetedTime: answerTime.nullish(),
  startTime: answerTime.nullish(),
  pid: answerText.nullish(),
  params: answerText.nullish(),
  priority: answerText.nullish(),
  errorCode: answerText.nullish(),
  attemptNumber: answerText.nullish(),
  dependentJobID: answerText.nullish(),
  immediateJob: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/job', { doc: 'The jobs that run and that wait.', input: { fields }, output: list(Job), never: ['NotFoundError', 'UnsupportedError'] }),
  details: get('/job/{id}', { doc: 'One job.', input: { id: ObjectId, fields }, output: Job, never: ['UnsupportedError'] }),
  kill: post('/job/{id}/kill', { doc: 'Ends a job.', input: { id: ObjectId } }),
};
