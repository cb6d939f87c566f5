import { describe, expect, test } from 'vitest';

import { isPage } from '../../src/call/is-page.js';

const names = { resource: 'scans', resourceId: 'id', filename: 'id' };
const page = (text: string, headers: Readonly<Record<string, string>> = { 'content-type': 'text/html' }, mayBeHtml?: boolean): boolean =>
  isPage(new TextEncoder().encode(text), headers, mayBeHtml === undefined ? names : { ...names, mayBeHtml });

describe('a page in place of a file', () => {
  test.each([
    '<!DOCTYPE html><title>Sign in</title>', '\ufeff\r\n <!doctype HTML PUBLIC "x">', '<html lang="en">', '<head>', '<BODY onload="x">',
    '<!-- proxy --><!-- - -- --><html>', '<?xml version="1.0"?>\n<!DOCTYPE html>', '<script>location="/login"</script>', '<meta http-equiv="refresh">',
  ])('is known by its beginning: %j', (text) => {
    expect(page(text)).toBe(true);
    expect(page(text, {})).toBe(true);
    expect(page(text, { 'content-type': 'application/json' })).toBe(true);
  });

  test.each(['<?xml version="1.0" ?><NessusClientData_v2>', '<NessusClientData_v2>', '<htmlish>', 'Plugin,"<html>"', '%PDF-1.7', 'PK\u0003\u0004', '', '<!--', '[{"id":"<html>"}]'])(
    'is none where the file is what it should be: %j', (text) => {
      expect(page(text)).toBe(false);
    },
  );

  test('may be the file itself: an attachment, or not called HTML', () => {
    expect(page('<html>', { 'content-type': 'text/html', 'content-disposition': 'attachment; filename=a.html' })).toBe(false);
    expect(page('<html>', { 'content-type': 'application/octet-stream' })).toBe(false);
  });

  test('is never one that cannot be HTML', () => {
    expect(page('<html>', { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' }, false)).toBe(true);
  });
});
