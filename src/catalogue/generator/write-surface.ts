/** The public surface of the catalogue as one text, so that a change of it shows in a diff: requests, errors and types, without their words. */
import type { Model, ReadOperation } from './model.js';
import type { Definition } from './model.js';
import type { Face } from './node.js';
import { findItem, toTags } from './write-module.js';
import { toFormType, toType } from './write-types.js';

const ignore = (): void => undefined;
const compact = (type: string): string => type.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/\breadonly (?=['[\w])/g, '').replace(/\s*\n\s*/g, ' ').replace(/ {2,}/g, ' ');

export function writeSurface({ modules }: Model): string {
  const lines = modules.flatMap((module) => {
    const types = module.definitions.filter(({ named }) => named.isType && named.faces.size > 0).map(toTypeLine);
    const calls = module.operations.flatMap(toCallLines);
    return types.length + calls.length === 0 ? [] : [`# ${module.name}`, ...calls, ...types, ''];
  });
  return `${['What users can call and name, by module: requests, errors, types. Written by `npm run generate`; a change here is a change for them.', '', ...lines].join('\n').trimEnd()}\n`;
}

function toCallLines(operation: ReadOperation): readonly string[] {
  const { input, output, product, told } = operation;
  const given = input === null ? 'NoInput' : input.typeName;
  const gives = told.file !== undefined ? 'FileDownload' : output === null ? 'undefined' : toType(output, 'output', ignore);
  const pages = told.paging === undefined ? '' : ` pages of ${toType(findItem(operation, told.paging.items), 'output', ignore)} by ${told.paging.style}`;
  const own = input === null || input.node.named !== null ? [] : [`  ${given} ${compact(toFormType(input.node, 'input', ignore))}`];
  const marks = [...Object.entries(told.headers ?? {}).map(([header, value]) => `header ${header}: ${value}`), ...(told.body === undefined ? [] : [`body ${told.body}`]), ...(told.upload === undefined ? [] : [`upload ${told.upload.member} as ${told.upload.part}`]), ...(told.secrets === undefined ? [] : [`secret ${told.secrets.join(' ')}`]), ...(told.idempotent === undefined ? [] : [`idempotent ${String(told.idempotent)}`]), ...(told.deprecated === undefined ? [] : ['deprecated'])];
  return [
    `${product}.${operation.area}.${operation.name} ${operation.method} ${operation.path}${operation.query.length === 0 ? '' : ` query ${operation.query.join(' ')}`}`,
    `  (${given}) => ${compact(gives)}${pages} ! ${toTags(operation)}${marks.length === 0 ? '' : ` [${marks.join('; ')}]`}`,
    ...own,
  ];
}

function toTypeLine({ named, node }: Definition): string {
  const face: Face = named.faces.has('input') ? 'input' : 'output';
  return `type ${named.name} = ${compact(toFormType(node, face, ignore))}`;
}
