/** What `doctor` can examine: each product as a few questions. */
import { okAsync } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { createNessusClient, createScClient, createVmClient } from '../index.js';
import type { CreateError, Product, TenableError, TransportOptions } from '../index.js';
import { cleanText } from '../internal/clean-text.js';
import { ownValue } from '../internal/is-record.js';

export interface ProductQuestions {
  readonly name: string;
  readonly origin: string;
  /** Whether the product answers, and what it says of itself. */
  readonly identify: () => ResultAsync<string, TenableError>;
  /** Whom the credentials belong to, and what that user may do. */
  readonly whoAmI: () => ResultAsync<Identity, TenableError>;
  /** Leaves nothing behind. */
  readonly end: () => ResultAsync<unknown, TenableError>;
}

export interface Identity {
  readonly user: string;
  /** `''` where it is not told. */
  readonly role: string;
}

export interface ProductConfig extends TransportOptions {
  readonly url?: string | undefined;
}

/** Nobody waits long for a doctor. */
const limits = { deadlineMs: 20_000, retry: { maxRetries: 1 } } as const;

/** A product at an address, with the credentials of the environment. */
export function createProductQuestions(product: Product, config: ProductConfig): Result<ProductQuestions, CreateError> {
  switch (product) {
    case 'vm':
      return createVmClient({ ...config, ...limits }).map((vm) => ({
        name: 'Tenable Vulnerability Management',
        origin: vm.origin,
        identify: () => vm.server.status().map(({ status }) => `status ${cleanText(status)}`),
        whoAmI: () => vm.session.details().map(({ permissions, username }) => ({ user: cleanText(username), role: vmRoles[permissions] ?? `permissions ${permissions}` })),
        end: () => okAsync(undefined), // keys leave nothing behind
      }));
    case 'sc':
      return createScClient({ ...config, ...limits }).map((sc) => ({
        name: 'Tenable Security Center',
        origin: sc.origin,
        identify: () => sc.connect().map(({ version }) => (version === null ? 'version not told before a log-in' : `version ${cleanText(version)}`)),
        whoAmI: () => sc.currentUser.details().map((user) => ({ user: toWord(user, 'username'), role: toWord(ownValue(user, 'role'), 'name') })),
        end: sc.logOut,
      }));
    case 'nessus':
      return createNessusClient({ ...config, ...limits }).map((nessus) => ({
        name: 'Nessus',
        origin: nessus.origin,
        identify: () => nessus.connect().map(({ status, type, version }) => cleanText(`${type}, ${version === null ? 'version not told before a log-in' : `version ${version}`}${status === null ? '' : `, ${status}`}`)),
        whoAmI: () => nessus.session.details().map((user) => ({ user: toWord(user, 'username') || toWord(user, 'name'), role: nessusRoles[Number(ownValue(user, 'permissions'))] ?? '' })),
        end: nessus.logOut,
      }));
  }
}

const vmRoles: Readonly<Record<number, string>> = { 16: 'basic', 24: 'scan operator', 32: 'standard', 40: 'scan manager', 64: 'administrator' };
const nessusRoles: Readonly<Record<number, string>> = { 16: 'basic', 32: 'standard', 64: 'administrator', 128: 'system administrator' };

function toWord(value: unknown, name: string): string {
  const word = ownValue(value, name);
  return typeof word === 'string' ? cleanText(word) : '';
}
