import type { Issue } from '../errors/model/issue.js';
import { checkApiKeys, createApiKeyAuthentication } from '../connection/api-keys.js';
import type { ApiKeyHeader, ApiKeySource, ApiKeys } from '../connection/api-keys.js';
import type { ApiKeyConfig } from './client-config.js';
import type { AuthenticationPlan, Environment } from './product-connection.js';

/** Authentication by API keys, of the configuration or of the environment. */
export function planApiKeys(config: ApiKeyConfig, environment: Environment, header: ApiKeyHeader): AuthenticationPlan {
  const source: ApiKeySource = config.credentials ?? {
    accessKey: config.accessKey ?? environment.read('ACCESS_KEY'),
    secretKey: config.secretKey ?? environment.read('SECRET_KEY'),
  } as ApiKeys; // what is missing is told by the check
  const toIssue = (issue: Issue): Issue => {
    const isMissing = issue.received === 'undefined' && config.credentials === undefined;
    return isMissing ? environment.toMissing(issue.path, issue.path === 'accessKey' ? 'ACCESS_KEY' : 'SECRET_KEY') : issue;
  };
  return {
    issues: typeof source === 'function' ? [] : checkApiKeys(source).map(toIssue),
    secrets: typeof source === 'function' ? [] : [source.accessKey, source.secretKey],
    open: ({ remember }) => ({ authenticate: createApiKeyAuthentication(source, header, remember), logOut: null }),
  };
}
