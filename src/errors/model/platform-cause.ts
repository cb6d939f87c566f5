/** What the platform threw where a connection failed, as bounded plain data: the way on from a reason that says too little. */
import { cleanText } from '../../internal/clean-text.js';
import { boundText } from '../../internal/bound-text.js';
import { nullable, struct, text } from './fields.js';
import type { Field } from './fields.js';

export interface PlatformCause {
  /** The name of what was thrown, such as `Error` or `TypeError`; at most 60 characters. */
  readonly name: string;
  /** The platform's own word for it, such as `ENOTFOUND`; `null` where it has none. */
  readonly code: string | null;
  /** The platform's words on one line, at most 200 characters, without user information of URLs. */
  readonly message: string;
}

/** One line of foreign text that fits: nothing that a terminal obeys, no `user:password@` of a URL. */
/* @__NO_SIDE_EFFECTS__ */
function line(maxLength: number): Field<string> {
  return {
    ...text(maxLength),
    keep: (value) => (typeof value === 'string' ? boundText(cleanText(boundText(value, 2000).replace(userInformation, '//')), maxLength) : ''),
  };
}

/** What stands between `//` and the last `@` of an authority. */
const userInformation = /\/\/[^/?#\s]*@/g;

const described = /* @__PURE__ */ nullable(/* @__PURE__ */ struct<PlatformCause>({
  name: /* @__PURE__ */ line(60),
  code: /* @__PURE__ */ nullable(/* @__PURE__ */ line(60)),
  message: /* @__PURE__ */ line(200),
}));

/** How an error keeps a `PlatformCause`. An `Error` itself is none: nobody has looked at what it says. */
export const platformCauseField: Field<PlatformCause | null> = {
  ...described,
  keep: (value) => (value instanceof Error ? null : described.keep(value)),
};
