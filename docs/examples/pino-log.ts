import { pino } from 'pino';
import { createVmClient, toLogLevel, toLogRecord } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';

// pino calls its line `msg`. Without time, process and host here, so that the line is the same each time.
const logger = pino({ base: null, timestamp: false }, { write: (line) => { console.log(line.trimEnd()); } });

const { transport } = createSimulator();
const client = createVmClient({ accessKey: 'wrong', secretKey: 'wrong', transport });

const session = await client.asyncAndThen((vm) => vm.session.details());
session.match(
  ({ username }) => { logger.info({ username }, 'logged in'); },
  (error) => { logger[toLogLevel(error)](toLogRecord(error, { messageKey: 'msg' })); },
);
// => {"level":50,"_tag":"PermissionError","operation":"session.details","reason":"unauthenticated","code":401,"uuid":"93e00e1eb4908ae9a54defb40b981346","detail":"This API key belongs to no active container and has been blacklisted.","method":"GET","url":"https://cloud.tenable.com/session","attemptLog":"401","msg":"session.details was refused because its credentials are not accepted (HTTP 401)."}
