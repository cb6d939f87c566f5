import type { FileNames } from '../operation/output.js';
import { toLenientText } from '../transport/read-body.js';

/** What may stand before the root of a page: a byte order mark, blanks, a declaration, comments. */
const beforeRoot = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*/i;

const root = /^<(?:!doctype\s+html|html|head|body|title|script|meta)\b/i;

/**
 * Whether what came in place of a file is a page for people, such as a proxy's log-in. A file that may be HTML is one where it
 * is sent as an attachment or not called HTML.
 */
export function isPage(start: Uint8Array, headers: Readonly<Record<string, string>>, { mayBeHtml = true }: FileNames): boolean {
  const text = toLenientText(start.subarray(0, 4_096));
  if (!root.test(text.replace(beforeRoot, ''))) return false;
  if (!mayBeHtml) return true;
  const isAttachment = /^\s*attachment\b/i.test(headers['content-disposition'] ?? '');
  const type = headers['content-type'] ?? '';
  return !isAttachment && (type === '' || /html|json|text\/plain/i.test(type));
}
