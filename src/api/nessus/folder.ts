/** A folder, as lists of folders and lists of scans hold it. */
import * as v from 'valibot';

export interface Folder {
  readonly id: number;
  readonly name: string;
  /** `main`, `trash` or `custom`. */
  readonly type?: string | null;
  readonly unread_count?: number | null;
}

export const folder: v.GenericSchema<unknown, Folder> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  name: v.string(),
  type: v.exactOptional(v.nullable(v.string())),
  unread_count: v.exactOptional(v.nullable(v.number())),
});
