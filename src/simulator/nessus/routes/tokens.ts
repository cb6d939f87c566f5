/** Files under preparation, by their token or by their number. Whoever asks often enough gets them. */
import { exportDownload, exportStatus } from '../../../api/nessus/scans.js';
import { download, status } from '../../../api/nessus/tokens.js';
import { bytesType, toJsonAnswer, toReasonRefusal } from '../../answers.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { missing } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';
import type { PreparedFile } from '../world.js';

function withFile({ params, world }: NessusRequest, answer: (file: PreparedFile) => AnswerParts): AnswerParts {
  const { file_id: number, token = '' } = params;
  const file = number === undefined ? world.files.get(token) : [...world.files.values()].find((one) => String(one.number) === number);
  return file === undefined ? missing : answer(file);
}

function toStatus({ isBroken, polls }: PreparedFile, pollsUntilReady: number): 'error' | 'pending' | 'ready' {
  if (polls < pollsUntilReady) return 'pending';
  return isBroken ? 'error' : 'ready';
}

function answerStatus(request: NessusRequest): AnswerParts {
  return withFile(request, (file) => {
    file.polls += 1;
    const word = toStatus(file, request.world.pollsUntilReady);
    return toJsonAnswer({ status: word, message: word === 'error' ? 'The file could not be made.' : null });
  });
}

function answerDownload(request: NessusRequest): AnswerParts {
  return withFile(request, (file) => {
    if (toStatus(file, request.world.pollsUntilReady) !== 'ready') return toReasonRefusal(409, 'The file is not ready');
    const headers = { 'content-type': bytesType, 'content-disposition': `attachment; filename="${file.filename}"` };
    return { status: 200, headers, body: file.text };
  });
}

export const tokensRoutes: readonly NessusRoute[] = [
  { operation: status, answer: answerStatus },
  { operation: download, answer: answerDownload },
  { operation: exportStatus, answer: answerStatus },
  { operation: exportDownload, answer: answerDownload },
];
