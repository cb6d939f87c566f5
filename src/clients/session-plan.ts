/** How a client of a product authenticates that knows sessions: by keys, by user name and password, or by a certificate. */
import type { Issue } from '../errors/model/issue.js';
import { describeType } from '../internal/describe-type.js';
import { createSession } from '../connection/session.js';
import type { SessionScheme } from '../connection/session-exchange.js';
import type { ApiKeyHeader } from '../connection/api-keys.js';
import { planApiKeys } from './api-key-plan.js';
import type { ApiKeyConfig } from './client-config.js';
import type { AuthenticationPlan, Environment } from './product-connection.js';

/** Options of a client that may authenticate in several ways: with keys, with a session, or with a certificate in `tls`. */
export interface SessionConfig extends ApiKeyConfig {
  /** Login name, for a session. Only with `password`, and without keys. */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /**
   * Whether a session that has ended at the server is replaced by a new one, once for each call. Without it such
   * calls are a `PermissionError`. Default `false`.
   */
  readonly reLogIn?: boolean | undefined;
}

/** What is known of a session before it is opened. */
export interface LogIn {
  readonly origin: string;
  readonly username: string;
  readonly password: string;
}

export interface SessionKinds {
  readonly apiKeyHeader: ApiKeyHeader;
  readonly byPassword: (logIn: LogIn) => SessionScheme;
  /** `null` where a certificate alone does not log in. */
  readonly byCertificate: ((origin: string) => SessionScheme) | null;
}

/** The way of authentication that a configuration or, where it says nothing, the environment asks for. */
export function planSession(config: SessionConfig, environment: Environment, kinds: SessionKinds): AuthenticationPlan {
  const { accessKey, credentials, reLogIn = false, secretKey, tls } = config;
  const issues = typeof reLogIn === 'boolean' ? [] : [{ path: 'reLogIn', expected: 'a value of type boolean', received: describeType(reLogIn) }];
  const hasKeys = accessKey !== undefined || secretKey !== undefined || credentials !== undefined;
  const isNamed = config.username !== undefined || config.password !== undefined;
  if (hasKeys && isNamed) return refuse([...issues, { path: 'username', expected: 'left out where there are keys', received: describeType(config.username) }]);
  const username = config.username ?? (hasKeys ? undefined : environment.read('USERNAME'));
  const password = config.password ?? (hasKeys ? undefined : environment.read('PASSWORD'));
  if (!hasKeys && (isNamed || (environment.read('ACCESS_KEY') === undefined && username !== undefined))) {
    const wrong = [...issues, ...checkText('username', username, 255), ...checkText('password', password, 1024)];
    if (wrong.length > 0) return refuse(wrong);
    return open([password ?? ''], ({ origin }) => kinds.byPassword({ origin, username: username ?? '', password: password ?? '' }));
  }
  const { byCertificate } = kinds;
  const hasCertificate = tls?.cert !== undefined || tls?.pfx !== undefined;
  if (!hasKeys && hasCertificate && byCertificate !== null) return open([], ({ origin }) => byCertificate(origin));
  const plan = planApiKeys(config, environment, kinds.apiKeyHeader);
  return { ...plan, issues: [...issues, ...plan.issues] };

  function open(secrets: readonly string[], toScheme: (connection: { readonly origin: string }) => SessionScheme): AuthenticationPlan {
    return {
      issues,
      secrets,
      open: (memory, { clock, origin, transport }) =>
        createSession(toScheme({ origin }), { clock, transport, secrets: memory.secrets, remember: memory.remember, reLogIn }),
    };
  }
}

function refuse(issues: readonly Issue[]): AuthenticationPlan {
  return { issues, secrets: [], open: () => ({ authenticate: (transport) => transport, logOut: null }) };
}

function checkText(path: string, value: unknown, maxLength: number): readonly Issue[] {
  const fits = typeof value === 'string' && value.length >= 1 && value.length <= maxLength;
  return fits ? [] : [{ path, expected: `text of 1 to ${maxLength} characters`, received: describeType(value) }];
}
