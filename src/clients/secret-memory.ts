/** The secrets that a client has held, so that they can be replaced wherever a server echoes them. */
export interface SecretMemory {
  readonly remember: (secret: string) => void;
  /** The same list until another secret is remembered. */
  readonly secrets: () => readonly string[];
}

/** Keys that are fetched anew for each request may change without end; the latest are what answers may echo. */
const maxSecrets = 40;

export function createSecretMemory(initial: readonly string[]): SecretMemory {
  let held = initial;
  return {
    remember: (secret) => {
      if (!held.includes(secret)) held = [...held, secret].slice(-maxSecrets);
    },
    secrets: () => held,
  };
}
