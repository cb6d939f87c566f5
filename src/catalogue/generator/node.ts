/** What the generator makes of a zod schema: a tree from which types, shapes as data, pages and examples are written. */
import type { Rule, Sending } from '../../schema/shape.js';

/** Who is on the other side: a caller who gives, or a service that answers. Objects are strict to the one and loose to the other. */
export type Face = 'input' | 'output';

/** A schema that its module exports. A type where the name begins with a capital, a word of the language otherwise. */
export interface Named {
  readonly module: ModuleName;
  readonly name: string;
  readonly isType: boolean;
  /** Set while the operations are read: in which of them it is found. */
  readonly faces: Set<Face>;
}

/** `vm/scans`, `sc/parts/objects`, `parts/words`. */
export type ModuleName = string;

export type Form =
  | { readonly tag: 'leaf'; readonly leaf: string }
  | { readonly tag: 'pattern'; readonly source: string; readonly flags: string }
  | { readonly tag: 'words'; readonly words: readonly (string | number | boolean | null)[] }
  | { readonly tag: 'list'; readonly item: Node; readonly min?: number; readonly max?: number }
  | { readonly tag: 'map'; readonly item: Node }
  | { readonly tag: 'either'; readonly options: readonly Node[] }
  | ObjectForm
  | { readonly tag: 'parameter'; readonly name: string };

export interface ObjectForm {
  readonly tag: 'object';
  readonly members: readonly Member[];
  readonly others: { readonly key: string; readonly pattern: string; readonly form: string; readonly name: string; readonly item: Node } | null;
  /** What members are that nobody names; `null` where there are none to be. */
  readonly rest: Node | null;
  readonly rules: readonly Rule[];
}

export interface Member {
  readonly name: string;
  readonly node: Node;
}

/** A value where it stands: its form, and what is said of it there. */
export interface Node {
  readonly form: Form;
  /** The schema's own name, where it has one. */
  readonly named: Named | null;
  /** The generic type that it is one of. */
  readonly generic: { readonly named: Named; readonly argument: Node } | null;
  readonly isOptional: boolean;
  readonly isNullable: boolean;
  readonly standard: string | number | boolean | undefined;
  readonly expected: string | undefined;
  readonly send: Sending | undefined;
  readonly doc: string;
  readonly deprecated: string | undefined;
  readonly example: string | number | boolean | undefined;
}
