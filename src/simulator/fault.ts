/** A scripted fault as data: which requests it happens to, and what happens. */
import type { HttpMethod } from '../internal/http-method.js';
import type { AnswerParts } from './simulated-exchange.js';

/** What happens instead of the usual answer. */
export type FaultAnswer =
  | {
    readonly _tag: 'Answer';
    readonly status: number;
    /** Added to those of every answer; a content type is chosen by the body. */
    readonly headers?: Readonly<Record<string, string>>;
    /** Text as it is, an object as JSON. Default: no body. */
    readonly body?: string | object;
    readonly delayMs?: number;
    /** Whether the request takes effect all the same, as with a gateway that gives up too early. Default `false`. */
    readonly isCarriedOut?: boolean;
  }
  /** The connection breaks before any answer. */
  | { readonly _tag: 'Reset'; readonly isCarriedOut?: boolean }
  /** No answer ever comes. */
  | { readonly _tag: 'Hang' }
  /** Bytes that are not HTTP. */
  | { readonly _tag: 'Garbage' }
  /** The usual answer, later. */
  | { readonly _tag: 'Delay'; readonly delayMs: number }
  /** The usual answer with the first half of its body, announced as if that were all of it. */
  | { readonly _tag: 'Truncated' }
  /** The usual answer, cut off after so many bytes of its body. */
  | { readonly _tag: 'CutBody'; readonly afterBytes: number }
  /** The usual answer, whose body stops coming after so many bytes. */
  | { readonly _tag: 'StallBody'; readonly afterBytes: number };

/** Which requests a fault happens to, and how often. Every constructor of `faults` takes it. */
export interface FaultTarget {
  /** Default: any. */
  readonly method?: HttpMethod;
  /** The path without the query, or a template such as `/scans/{scan_id}`, or a pattern for it. Default: any. */
  readonly path?: string | RegExp;
  /** How many requests it happens to. Default 1; `Infinity` is allowed. */
  readonly times?: number;
}

export interface Fault extends FaultTarget {
  readonly answer: FaultAnswer;
}

/** A fault for a target. */
export function toFault({ method, path, times }: FaultTarget, answer: FaultAnswer): Fault {
  return {
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(times === undefined ? {} : { times }),
    answer,
  };
}

/** The answer of a fault. */
export function toFaultAnswer({ status, headers, body }: AnswerParts, more: Readonly<Record<string, string>> = {}): FaultAnswer {
  return { _tag: 'Answer', status, headers: { ...headers, ...more }, body };
}
