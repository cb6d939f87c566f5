/** System: what Security Center says of itself. https://docs.tenable.com/security-center/api/System.htm */
import { answerText, answerTime, get, list, map, nonEmpty, patch, post, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/security-center/api/System.htm';

export const SystemDetails = z.object({
  version: answerText.nullish().describe('Such as `6.4.0`.'),
  buildID: answerText.nullish(),
  releaseID: answerText.nullish(),
  uuid: answerText.nullish(),
  licenseStatus: answerText.nullish().describe('`Valid` when all is well.'),
  sessionTimeout: answerText.nullish().describe('Seconds after which a session that is not used ends.'),
  PasswordComplexity: answerText.nullish().describe('`true` where new passwords are held to rules.'),
  banner: answerText.nullish(),
  reportTypes: list(z.object({
    name: answerText.nullish(),
    type: answerText.nullish(),
    enabled: answerText.nullish(),
    attributeSets: list(answerText).nullish(),
  })).nullish(),
  logo: answerText.nullish(),
  serverAuth: answerText.nullish(),
  serverClassification: answerText.nullish(),
  ACAS: answerText.nullish(),
  freshInstall: answerText.nullish(),
  headerText: answerText.nullish(),
  loginNotifications: answerText.nullish(),
  telemetryEnabled: answerText.nullish(),
  token: answerText.nullish(),
  timezones: list(z.object({ name: answerText.nullish(), gmtOffset: answerText.nullish() })).nullish(),
}).describe('Recent versions tell next to nothing of this to whom they do not know.');

export const Locale = z.object({ code: answerText.describe('Such as `ja`.'), name: answerText.nullish(), description: answerText.nullish() });

export const SystemDiagnostics = z.object({
  statusJava: answerText.nullish().describe('`true` when all is well.'),
  statusRPM: answerText.nullish(),
  statusDisk: answerText.nullish(),
  statusThresholdDisk: answerText.nullish().describe('The free part of the disk below which `statusDisk` changes, such as `5%`.'),
  statusLastChecked: answerTime.nullish(),
  diagnosticsGenerated: answerText.nullish().describe("When the last file for Tenable's support was made. Unix time in seconds; -1 for never."),
  diagnosticsGenerateState: answerText.nullish(),
}).describe('The state of the appliance, as the service keeps an eye on it.');

const never = ['InvalidInputError', 'NotFoundError', 'UnsupportedError'] as const;

export const operations = {
  details: get('/system', { doc: 'Version, licence and settings. Older versions tell them without credentials.', output: SystemDetails, never, pyTenable: 'sc.system.details' }),
  locale: get('/system/locale', { doc: 'The language of plugins. Needs an administrator.', output: Locale, never, pyTenable: 'sc.system.current_locale' }),
  diagnostics: get('/system/diagnostics', { doc: 'The state of the appliance. Needs an administrator.', output: SystemDiagnostics, never, pyTenable: 'sc.system.status' }),
  locales: get('/system/locales', { doc: 'The languages that plugins come in. Needs an administrator.', output: map(Locale), never, pyTenable: 'sc.system.list_locales' }),
  setLocale: patch('/system/locale', { doc: 'Changes the language of plugins. Needs an administrator.', input: { PluginLocale: nonEmpty.describe('Such as `ja`.') }, idempotent: true, pyTenable: 'sc.system.set_locale' }),
  generateDiagnostics: post('/system/diagnostics/generate', {
    doc: "Starts to make a file for Tenable's support. `diagnostics` tells when it is there.",
    input: { task: nonEmpty.describe('`diagnosticsFile` or `appStatus`.').meta({ example: 'diagnosticsFile' }), options: list(nonEmpty).optional().describe('`all`, `apacheLog`, `configuration`, `dependencies`, `dirlist`, `environment`, `installLog`, `logs`, `sanitize`, `scans`, `serverConf`, `setup`, `sysinfo`, `touchDebugging` or `upgradeLog`.') },
    pyTenable: 'part of sc.system.diagnostics',
  }),
  downloadDiagnostics: post('/system/diagnostics/download', { doc: "Downloads the last file for Tenable's support.", file: { mayBeHtml: false }, idempotent: true, pyTenable: 'part of sc.system.diagnostics' }),
};
