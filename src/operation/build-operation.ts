/** From what the generator has written of an operation to the operation. */
import type { Product } from '../errors/classification/request-context.js';
import type { TenableErrorTag } from '../errors/model/tenable-error.js';
import type { HttpMethod } from '../internal/http-method.js';
import type { Shape } from '../schema/shape.js';
import { toSchema } from '../schema/shape-schema.js';
import type { Reshape, Verify } from '../schema/shape-schema.js';
import type { AnswerSize } from '../internal/answer-size.js';
import { callErrorTags } from './define-operation.js';
import type { Operation, OperationUpload, Paging } from './define-operation.js';
import { empty, file, json } from './output.js';
import type { FileNames, OutputForm } from './output.js';

/** An operation as plain data. What is left out is none, or follows from the method. */
export interface WrittenOperation {
  readonly id: string;
  readonly product: Product;
  readonly method: HttpMethod;
  readonly path: string;
  readonly docs: string;
  readonly input: Shape;
  readonly query?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly bodyFrom?: string;
  readonly upload?: OperationUpload;
  readonly secrets?: readonly string[];
  readonly removes?: readonly TenableErrorTag[];
  readonly adds?: readonly TenableErrorTag[];
  readonly output?: Shape;
  readonly answerSize?: AnswerSize;
  readonly file?: FileNames;
  readonly paging?: Paging<unknown>;
  readonly isIdempotent?: boolean;
  /** The custom door: what else must hold of input that fits, what becomes of it, and of an answer before it is checked. */
  readonly checkInput?: Verify;
  readonly toRequest?: Reshape;
  readonly fromAnswer?: Reshape;
}

/** The operation that was written. Its types are those that the generator wrote beside it. */
/* @__NO_SIDE_EFFECTS__ */
export function buildOperation<Input, Output, Tag extends TenableErrorTag, Item = never>(written: WrittenOperation): Operation<Input, Output, Tag, Item> {
  const { adds = [], docs, id, input, method, path, product, query = [], removes = [], secrets = [], toRequest } = written;
  return {
    id,
    product,
    method,
    path,
    docs,
    input: toSchema<Input>(input, { verify: written.checkInput, after: toRequest }),
    query,
    secrets,
    ...(written.headers === undefined ? {} : { headers: written.headers }),
    ...(written.bodyFrom === undefined ? {} : { bodyFrom: written.bodyFrom }),
    ...(written.upload === undefined ? {} : { upload: written.upload }),
    output: toOutput<Output>(written),
    errors: [...callErrorTags.filter((tag) => !removes.includes(tag)), ...adds] as unknown as readonly Tag[], // written from the same lists
    isIdempotent: written.isIdempotent ?? (method === 'GET' || method === 'PUT' || method === 'DELETE'),
    paging: (written.paging ?? null) as Paging<Item> | null, // the type beside it says the same
  };
}

function toOutput<Output>({ answerSize, file: names, fromAnswer, output }: WrittenOperation): OutputForm<Output> {
  if (output !== undefined) return json(toSchema<unknown, Output>(output, { before: fromAnswer }), answerSize);
  const form: OutputForm<unknown> = names === undefined ? empty : file(names);
  return form as OutputForm<Output>; // the type beside it says the same
}
