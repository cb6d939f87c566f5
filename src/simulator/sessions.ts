/** Sessions of a simulated server: opened by a log-in, ended by a log-out or because nobody used them. */

export interface SimulatedSession {
  readonly token: string;
  /** The second half of the proof, for products that have one. */
  readonly cookie: string;
  /** Id of the user. */
  readonly owner: string;
  /** Unix time in milliseconds. */
  lastUsedMs: number;
}

export interface SessionStore {
  readonly open: (owner: string, nowMs: number) => SimulatedSession;
  /** The session of a token, which counts as a use of it; `undefined` where there is none, or it has expired. */
  readonly use: (token: string, nowMs: number) => SimulatedSession | undefined;
  readonly close: (token: string) => void;
  /** Sessions of a user that have not expired, the one that was used longest ago first. */
  readonly openOf: (owner: string, nowMs: number) => readonly SimulatedSession[];
  readonly closeAll: () => void;
  /** How many have not expired. */
  readonly count: (nowMs: number) => number;
}

/** `toProof` makes the two halves of a proof from a number that counts the sessions from 1. */
export function createSessionStore(idleTimeoutMs: number, toProof: (number: number) => Pick<SimulatedSession, 'cookie' | 'token'>): SessionStore {
  const sessions = new Map<string, SimulatedSession>();
  let opened = 0;
  const isOpen = ({ lastUsedMs }: SimulatedSession, nowMs: number): boolean => nowMs - lastUsedMs < idleTimeoutMs;
  return {
    open: (owner, nowMs) => {
      opened += 1;
      const session: SimulatedSession = { ...toProof(opened), owner, lastUsedMs: nowMs };
      sessions.set(session.token, session);
      return session;
    },
    use: (token, nowMs) => {
      const session = sessions.get(token);
      if (session === undefined || !isOpen(session, nowMs)) return undefined;
      session.lastUsedMs = nowMs;
      return session;
    },
    close: (token) => {
      sessions.delete(token);
    },
    openOf: (owner, nowMs) => [...sessions.values()]
      .filter((session) => session.owner === owner && isOpen(session, nowMs))
      .sort((a, b) => a.lastUsedMs - b.lastUsedMs),
    closeAll: () => {
      sessions.clear();
    },
    count: (nowMs) => [...sessions.values()].filter((session) => isOpen(session, nowMs)).length,
  };
}
