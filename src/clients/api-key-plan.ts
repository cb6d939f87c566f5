import { checkApiKeys, createApiKeyAuthentication } from '../transport/api-keys.js';
import type { ApiKeyHeader, ApiKeySource } from '../transport/api-keys.js';
import type { ApiKeyConfig } from './client-config.js';
import type { AuthenticationPlan, Environment } from './product-connection.js';

/** Authentication by API keys, of the configuration or of the environment. */
export function planApiKeys(config: ApiKeyConfig, environment: Environment, header: ApiKeyHeader): AuthenticationPlan {
  const source: ApiKeySource = config.credentials ?? {
    // A missing key is told by name when it is checked, so the empty text stands for it here.
    accessKey: config.accessKey ?? environment('ACCESS_KEY') ?? '',
    secretKey: config.secretKey ?? environment('SECRET_KEY') ?? '',
  };
  return {
    issues: typeof source === 'function' ? [] : checkApiKeys(source),
    secrets: typeof source === 'function' ? [] : [source.accessKey, source.secretKey],
    open: ({ remember }) => ({ authenticate: createApiKeyAuthentication(source, header, remember), logOut: null }),
  };
}
