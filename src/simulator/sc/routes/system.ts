/** System: version, licence and settings. Before 5.20 everybody is told all of it, later only those who are known. */
import { details, diagnostics, locale } from '../../../api/sc/system.js';
import { toHexId, toUuid } from '../../invented-ids.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toScAnswer } from '../answers.js';
import { findByName } from '../authentication.js';
import { scUsernames } from '../records/users.js';
import { forAdministrators } from '../route.js';
import type { OpenScRoute, ScRequest, ScRoute } from '../route.js';
import { isFrom } from '../world.js';
import type { ScWorld } from '../world.js';
import { withCookie } from './token.js';

const reportTypes = [['PDF', 'pdf'], ['CSV', 'csv']].map(([name, type]) => ({ name, type, enabled: 'true', attributeSets: [] }));

/** What the log-in page needs to know: all that recent versions tell to those whom they do not know. */
function toPublicDetails(world: ScWorld): Readonly<Record<string, unknown>> {
  return {
    banner: '', logo: 'assets/example/icon.png', serverAuth: 'any', serverClassification: 'None', sessionTimeout: String(world.sessionTimeoutS),
    licenseStatus: 'Valid', ACAS: 'false', freshInstall: 'no', headerText: '', loginNotifications: 'false',
    PasswordComplexity: String(world.hasPasswordComplexity), telemetryEnabled: 'false',
  };
}

function toDetails(world: ScWorld): Readonly<Record<string, unknown>> {
  return {
    reportTypes, version: world.version, buildID: '202501010000', releaseID: '202501010000', uuid: toUuid('sc'), ...toPublicDetails(world),
    timezones: [{ name: 'Etc/UTC', gmtOffset: 0 }],
  };
}

/** A connection with a client certificate gets a session here. From 6.5 on it needs none. */
function answerDetails({ hasClientCertificate, headers, nowMs, user, world }: Parameters<OpenScRoute['answer']>[0]): AnswerParts {
  const isKnown = user !== null || !isFrom(world, 5, 20);
  const owner = findByName(world, scUsernames.administrator);
  if (hasClientCertificate && owner !== undefined && !isFrom(world, 6, 5) && headers['x-securitycenter'] === undefined) {
    const { cookie, token } = world.sessions.open(owner.id, nowMs);
    return withCookie(toScAnswer({ ...toDetails(world), token }, nowMs), cookie);
  }
  const anonymous = isFrom(world, 5, 20) ? {} : { token: String(Number.parseInt(toHexId('anonymous').slice(0, 8), 16)) };
  return toScAnswer(isKnown ? { ...toDetails(world), ...anonymous } : toPublicDetails(world), nowMs);
}

export const openSystemRoutes: readonly OpenScRoute[] = [{ operation: details, answer: answerDetails }];

function answerDiagnostics({ nowMs }: ScRequest): AnswerParts {
  const checked = String(Math.floor(nowMs / 1000) - 3600);
  return toScAnswer({
    statusJava: 'true', statusRPM: 'true', statusDisk: 'true', statusThresholdDisk: '5%', statusLastChecked: checked, diagnosticsGenerated: -1, diagnosticsGenerateState: '-1',
  }, nowMs);
}

export const systemRoutes: readonly ScRoute[] = [
  { operation: diagnostics, answer: forAdministrators('the diagnostics', answerDiagnostics) },
  { operation: locale, answer: forAdministrators('the locale', ({ nowMs }) => toScAnswer({ code: 'en', name: 'English', description: '' }, nowMs)) },
];
