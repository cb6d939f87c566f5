import type { TenableErrorByTag, TenableErrorTag } from '../errors/model/tenable-error.js';
import type { Operation } from './define-operation.js';

/** The argument of an operation. */
export type InferInput<Op> = Op extends Operation<infer Input, infer _Output, infer _Tag, infer _Item> ? Input : never;

/** What an operation gives back. */
export type InferOutput<Op> = Op extends Operation<infer _Input, infer Output, infer _Tag, infer _Item> ? Output : never;

/** Every error that an operation can end with. */
export type InferError<Op> = Op extends Operation<infer _Input, infer _Output, infer Tag, infer _Item>
  ? ErrorOf<Tag>
  : never;

/** The variants of some tags. */
export type ErrorOf<Tag extends TenableErrorTag> = TenableErrorByTag[Tag];
