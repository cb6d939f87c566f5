/** What checks values: any Standard Schema (valibot, zod, arktype …), and the shapes of the catalogue. */
import type { StandardSchemaV1 } from '@standard-schema/spec';

/** A schema whose input is `In` and whose output is `Out`. */
export type Schema<In, Out = unknown> = StandardSchemaV1<In, Out>;
