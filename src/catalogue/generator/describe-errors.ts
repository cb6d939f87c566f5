/** The errors as JSON Schema: what `encodeTenableError` and `encodeResult` give, for whoever reads it in another language. */
import { errorVariants } from '../../errors/model/error-variants.js';
import { schemaOf } from './described-fields.js';
import type { JsonSchema } from './json-schema.js';

export function describeErrors(): JsonSchema {
  const variants = Object.entries(errorVariants).map(([tag, { field }]) => {
    const schema = schemaOf(field);
    if (schema === undefined) throw new TypeError(`${tag} is made without the field language.`);
    return [tag, schema] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A TenableError as JSON',
    description: 'What encodeTenableError gives. Newer versions may add members, words and tags.',
    oneOf: variants.map(([tag]) => ({ $ref: `#/$defs/${tag}` })),
    $defs: {
      ...Object.fromEntries(variants),
      EncodedResult: {
        description: 'What encodeResult gives.',
        oneOf: [
          { type: 'object', properties: { ok: { const: true }, value: true }, required: ['ok'] },
          { type: 'object', properties: { ok: { const: false }, error: { $ref: '#' } }, required: ['ok', 'error'] },
        ],
      },
    },
  };
}
