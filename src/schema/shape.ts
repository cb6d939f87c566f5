/**
 * Shapes of JSON as plain data: what the generator writes of a description, and what `checkShape` reads. Nothing in a
 * shape can be called, so it costs no more to load than its text.
 */

/**
 * A leaf by its kind, or an object that says what is inside. Leaves are `text`, `number`, `int` (safe integers), `flag`,
 * `anything`, `content` (of a file: a Blob, bytes, or a stream of bytes), `segment` (text that may stand in a path), `seconds` (Unix time), `moment` (the same, or a `Date`, which is sent
 * as seconds) and `scalar` (text, a number or a flag, which comes out as text). `text`, `number` and `int` take bounds: `int:50:5000`, `text:1`, `number::10`. `|null` and `?` say that it may be `null` or left out: `text|null?`.
 */
export type Shape = string | CompoundShape;

export interface CompoundShape {
  /** Another shape, where only the words beside it differ. */
  readonly of?: Shape;
  /** Text that fits a regular expression; `flags` are its flags. */
  readonly pattern?: string;
  readonly flags?: string;
  /** One of these values. */
  readonly words?: readonly (string | number | boolean | null)[];
  /** The first of these that fits. */
  readonly either?: readonly Shape[];
  readonly list?: Shape;
  /** An object whose members are alike, whatever they are called. */
  readonly map?: Shape;
  /** An object with these members and no others: what a caller gives. */
  readonly strict?: Members;
  /** An object with these members and any others: what a service answers. */
  readonly loose?: Members;
  /** Names of a form that a strict object takes besides its own. */
  readonly others?: { readonly pattern: string; readonly form: string; readonly of: Shape };
  /** What must hold between members. */
  readonly rules?: readonly Rule[];
  /** Bounds of a list's length. */
  readonly min?: number;
  readonly max?: number;
  /** What is said of a value that does not fit, to be read after "should be", in place of what the parts would say. */
  readonly expected?: string;
  /** What becomes of a value that fits on its way over the border. */
  readonly send?: Sending;
  readonly nullable?: true;
  readonly optional?: true;
  /** What is sent where nothing is given. */
  readonly standard?: string | number | boolean;
}

export type Members = Readonly<Record<string, Shape>>;

/** A scalar as text; text as a number; a list as text with commas; text in capitals. */
export type Sending = 'text' | 'number' | 'joined' | 'capitals';

/** What must hold between members of one object. */
export type Rule<Name extends string = string> =
  /** With `member`, the others cannot be given. With `where`, only if it has that value. */
  | { readonly _tag: 'Excludes'; readonly member: Name; readonly where?: boolean; readonly others: readonly Name[] }
  /** With `member`, no others can be given but these. */
  | { readonly _tag: 'Admits'; readonly member: Name; readonly others: readonly Name[] }
  /** With any of `members`, `needed` must be given. */
  | { readonly _tag: 'Needs'; readonly members: readonly Name[]; readonly needed: Name }
  /** Where `member` is true, `other` is `most` at most. */
  | { readonly _tag: 'Limits'; readonly member: Name; readonly other: Name; readonly most: number };
