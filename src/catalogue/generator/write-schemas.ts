/** The catalogue for other tools: JSON Schema of what the client takes and gives, and OpenAPI of what goes over the wire. */
import { toFormSchema, toJsonSchema } from './json-schema.js';
import type { JsonSchema, View } from './json-schema.js';
import type { Definition, Model, ProductName, ReadOperation } from './model.js';
import type { Face, Named, Node } from './node.js';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

export const titles: Readonly<Record<ProductName, string>> = { vm: 'Tenable Vulnerability Management', sc: 'Tenable Security Center', nessus: 'Tenable Nessus' };

type Schemas = Record<string, JsonSchema>;

/** Named shapes under names of their own, written when they are first mentioned. */
class NamedSchemas {
  readonly written: Schemas = {};
  readonly #definitions: ReadonlyMap<Named, Definition>;
  readonly #view: View;

  constructor({ modules }: Model, isOnWire: boolean, place: string) {
    this.#definitions = new Map(modules.flatMap(({ definitions }) => definitions).map((definition) => [definition.named, definition]));
    this.#view = { face: 'output', isOnWire, refer: (named, face) => place + this.#write(named, face) };
  }

  read(node: Node, face: Face): JsonSchema {
    return toJsonSchema(node, { ...this.#view, face });
  }

  #write(named: Named, face: Face): string {
    const name = this.#toName(named, face);
    const definition = this.#definitions.get(named);
    if (!(name in this.written) && definition !== undefined) {
      this.written[name] = true; // it may mention itself
      const { doc } = definition.node;
      const schema = toFormSchema(definition.node, { ...this.#view, face });
      this.written[name] = schema === true || doc === '' ? schema : { description: doc, ...schema };
    }
    return name;
  }

  /** What a caller gives is another shape than what an answer holds; areas may call two things alike. */
  #toName({ faces, module, name }: Named, face: Face): string {
    const namesakes = [...this.#definitions.keys()].filter((other) => other.name === name && other.module.split('/')[0] === module.split('/')[0]);
    const whole = namesakes.length < 2 ? name : `${module.split('/').slice(1).join('.')}.${name}`;
    return face === 'input' && faces.has('output') ? `${whole}.given` : whole;
  }
}

const operationsOf = ({ modules }: Model, product: ProductName): readonly ReadOperation[] => modules.flatMap(({ operations }) => operations).filter((operation) => operation.product === product);

/** `scans.details.input` and `scans.details.output` of each operation, and every shape that these lead to. */
export function toShapeSchemas(model: Model, product: ProductName): JsonSchema {
  const named = new NamedSchemas(model, false, '#/$defs/');
  const calls: Schemas = {};
  for (const { area, input, name, output, told } of operationsOf(model, product)) {
    calls[`${area}.${name}.input`] = input === null ? { type: 'object', additionalProperties: false } : named.read(input.node, 'input');
    if (output !== null && told.file === undefined) calls[`${area}.${name}.output`] = named.read(output, 'output');
  }
  return { $schema: dialect, title: `What calls of ${titles[product]} take and give`, $defs: { ...calls, ...named.written } };
}

const bases: Readonly<Record<ProductName, string>> = { vm: 'https://cloud.tenable.com', sc: 'https://securitycenter.example.com/rest', nessus: 'https://nessus.example.com:8834' };

/** OpenAPI 3.1. Two operations on one path are one there, for it has a single place for them. */
export function toOpenApi(model: Model, product: ProductName, version: string): JsonSchema {
  const named = new NamedSchemas(model, true, '#/components/schemas/');
  const paths: Record<string, Record<string, unknown>> = {};
  const operations = operationsOf(model, product);
  for (const { method, path } of operations) {
    const item = (paths[path] ??= {});
    item[method.toLowerCase()] ??= toPathItem(operations.filter((one) => one.method === method && one.path === path), named);
  }
  return {
    openapi: '3.1.0',
    info: { title: titles[product], version, license: { name: 'MIT', identifier: 'MIT' }, description: 'Written from the catalogue of tenable-result. Answers may hold members that are not described.' },
    servers: [{ url: bases[product] }],
    security: [{ apiKeys: [] }],
    tags: [...new Set(operations.map(({ area }) => area))].map((name) => ({ name })),
    paths,
    components: { schemas: named.written, securitySchemes: { apiKeys: { type: 'apiKey', in: 'header', name: product === 'sc' ? 'x-apikey' : 'X-ApiKeys' } } },
  };
}

function toPathItem(alike: readonly ReadOperation[], named: NamedSchemas): unknown {
  const [first, ...others] = alike as [ReadOperation, ...ReadOperation[]]; // there is at least one
  const id = ({ area, name }: ReadOperation): string => `${area}.${name}`;
  const parameters = new Map(alike.flatMap((operation) => toParameters(operation, named)).map((parameter) => [`${parameter.in} ${parameter.name}`, parameter] as const));
  const bodies = alike.flatMap((operation) => toBody(operation, named));
  return {
    operationId: id(first),
    tags: [first.area],
    description: alike.map(({ told }) => told.doc).join('\n\n'),
    externalDocs: { url: first.docs },
    ...(alike.every(({ told }) => told.deprecated !== undefined) ? { deprecated: true } : {}),
    ...(others.length === 0 ? {} : { 'x-also': others.map(id) }),
    ...(parameters.size === 0 ? {} : { parameters: [...parameters.values()] }),
    ...toRequestBody(first, bodies),
    responses: { 200: toAnswer(first, named), default: { description: 'A failure: docs/errors.md says which error each becomes.' } },
  };
}

function toRequestBody({ told: { upload } }: ReadOperation, bodies: readonly JsonSchema[]): Readonly<Record<string, unknown>> {
  if (upload !== undefined) {
    const schema = { type: 'object', properties: { [upload.part]: { type: 'string', format: 'binary' } }, required: [upload.part] };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  return bodies.length === 0 ? {} : { requestBody: { required: true, content: { 'application/json': { schema: bodies.length === 1 ? bodies[0] : { anyOf: bodies } } } } };
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

function toParameters({ input, method, path, query }: ReadOperation, named: NamedSchemas): readonly Parameter[] {
  if (input?.node.form.tag !== 'object') return [];
  const { members, others } = input.node.form;
  const own = members.flatMap(({ name, node }): readonly Parameter[] => {
    const isInPath = path.includes(`{${name}}`);
    if (!isInPath && !query.includes(name)) return [];
    return [{ name, in: isInPath ? 'path' : 'query', required: isInPath || !node.isOptional, schema: named.read(node, 'input') }];
  });
  if (others === null || method !== 'GET') return own;
  const schema = { type: 'object', patternProperties: { [others.pattern]: named.read(others.item, 'input') }, additionalProperties: false };
  return [...own, { name: others.name, in: 'query', required: false, schema }]; // a form that is exploded: each member is a parameter
}

/** What is neither in the path nor in the query. */
function toBody({ input, method, path, query, told: { body, upload } }: ReadOperation, named: NamedSchemas): readonly JsonSchema[] {
  if (method === 'GET' || upload !== undefined || input?.node.form.tag !== 'object') return [];
  const { form } = input.node;
  const whole = form.members.find(({ name }) => name === body);
  if (whole !== undefined) return [named.read(whole.node, 'input')];
  const members = form.members.filter(({ name }) => !path.includes(`{${name}}`) && !query.includes(name));
  if (members.length === 0 && form.others === null && (method === 'DELETE' || form.members.length > 0)) return [];
  const isWhole = members.length === form.members.length;
  return [named.read(isWhole ? input.node : { ...input.node, named: null, form: { ...form, members } }, 'input')];
}

function toAnswer({ output, product, told }: ReadOperation, named: NamedSchemas): unknown {
  if (told.file !== undefined) return { description: 'A file.', content: { 'application/octet-stream': {} } };
  if (output === null) return { description: 'Done.' };
  const schema = named.read(output, 'output');
  const whole = product === 'sc' ? { type: 'object', properties: { response: schema, error_code: { type: 'integer' }, error_msg: { type: 'string' } }, required: ['response'] } : schema;
  return { description: 'What the call gives.', content: { 'application/json': { schema: whole } } };
}
