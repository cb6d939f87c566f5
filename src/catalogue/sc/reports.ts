/** Reports: definitions of reports, and what came of them. https://docs.tenable.com/security-center/api/Report-Definition.htm */
import { answerText, answerTime, anything, idText, list, post, z } from '../language/index.js';
import { ObjectInput } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Report-Definition.htm';

export const ReportResult = z.object({
  id: idText,
  creatorID: answerText.nullish(),
  ownerID: answerText.nullish(),
  ownerGID: answerText.nullish(),
  reportDefinitionID: answerText.nullish(),
  jobID: answerText.nullish(),
  name: answerText.nullish(),
  description: answerText.nullish(),
  type: answerText.nullish(),
  status: answerText.nullish(),
  errorDetails: answerText.nullish(),
  totalSteps: answerText.nullish(),
  completedSteps: answerText.nullish(),
  startTime: answerTime.nullish(),
  finishTime: answerTime.nullish(),
  pubSites: list(anything).nullish(),
});

export const ReportLaunch = z.object({ reportDefinitionID: idText, reportResult: ReportResult.nullish() });

export const operations = {
  launch: post('/reportDefinition/{id}/launch', { doc: 'Starts to make a report.', input: ObjectInput, output: ReportLaunch, pyTenable: 'sc.report_definition.launch' }),
};
