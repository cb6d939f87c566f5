/** What is answered, by name: `body` writes it, `call` says which call it meets. */
import { createHash } from 'node:crypto';

const MiB = 1_048_576;

/** A body that repeats a piece up to so many bytes, without ever holding it whole. */
function* repeat(open, piece, close, bytes) {
  yield open;
  const block = piece.repeat(Math.ceil(65_536 / piece.length));
  for (let sent = 0; sent < bytes; sent += block.length) yield block;
  yield close;
}

function* uniqueNames(open, close, count, write) {
  yield open;
  for (let at = 0; at < count; at += 1000) yield Array.from({ length: 1000 }, (_, index) => write(createHash('md5').update(String(at + index)).digest('hex').slice(0, 8))).join('');
  yield close;
}

const list = (open, piece, close, bytes) => ({ call: 'list', body: () => repeat(open, piece, close, bytes) });

/** The smallest scan that fits. */
const scan = '{"id":1,"name":"n","status":"completed","uuid":"","legacy":false,"permissions":0,"type":null,"enabled":true,"creation_date":0,"last_modification_date":0}';

export const attacks = {
  'numbers, 2 MiB': list('{"scans":[', '0,', '0]}', 2 * MiB),
  'numbers, 16 MiB': list('{"scans":[', '0,', '0]}', 15.9 * MiB),
  'numbers, 0.9 MiB, which may be parsed': list('{"scans":[', '0,', '0]}', 0.9 * MiB),
  'empty lists, 100 MiB': list('[', '[],', '[]]', 100 * MiB),
  'empty lists, 1.4 MiB': list('{"scans":[', '[],', '[]]}', 1.4 * MiB),
  'empty objects, 16 MiB': list('{"scans":[', '{},', '{}]}', 15.9 * MiB),
  'objects that almost fit, up to the limits': list('{"scans":[', '{"id":1},', '{"id":1}]}', 2.1 * MiB),
  'scans that fit, up to the limits': list('{"folders":null,"timestamp":1,"scans":[', `${scan},`, `${scan}]}`, 6.5 * MiB),
  'names that are all different': { call: 'list', body: () => uniqueNames('{"scans":[],', '"z":0}', 480_000, (name) => `"${name}":0,`) },
  'objects of names that are all different': { call: 'list', body: () => uniqueNames('{"scans":[', '{}]}', 240_000, (name) => `{"${name}":0},`) },
  'one text of 16 MiB': list('{"scans":["', 'x', '"]}', 15.9 * MiB),
  'one text of escapes': list('{"scans":["', '\\u0041', '"]}', 15.9 * MiB),
  'a million levels': list('', '[', '', MiB),
  'white space': list('', ' ', '', 15.9 * MiB),
  'a bomb of 1 GiB': list('', '0', '', 1024 * MiB),
  'a million pieces of one byte': { call: 'list', pieces: 1_000_000, body: () => repeat('{"scans":["', 'x', '"]}', 1_000_000) },
  'an error of 200 MiB': { call: 'list', status: 400, body: () => repeat('{"error":"', 'x', '"}', 200 * MiB) },
  'an error of lists': { call: 'list', status: 404, body: () => repeat('[', '[],', '[]]', MiB) },
  'a chunk of numbers, by records': { call: 'chunks', body: () => repeat('[', '0,', '0]', 1.9 * MiB) },
  'a chunk of empty objects, by records': { call: 'chunks', body: () => repeat('[', '{},', '{}]', 2.9 * MiB) },
  'a chunk of 64 MiB, by records': { call: 'chunks', body: () => repeat('[', `{"asset":{"uuid":"u"},"output":"${'x'.repeat(1000)}"},`, '{}]', 63 * MiB) },
  'chunks of 64 MiB, by records, taken slowly': { call: 'slowChunks', body: () => repeat('[', `{"asset":{"uuid":"u"},"output":"${'x'.repeat(1000)}"},`, '{}]', 63 * MiB) },
  'chunks of a million values, by records, taken slowly': { call: 'slowChunks', body: () => repeat('[', '{"asset":{"uuid":"u"},"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0},', '{}]', 5.5 * MiB) },
  'lists of 16 MiB, sixteen at a time': { call: 'lists', body: () => repeat('{"folders":null,"timestamp":1,"scans":[],"output":["', `${'x'.repeat(1000)}","`, '"]}', 15.9 * MiB) },
  'a chunk of 64 MiB, as lines': { call: 'lines', body: () => repeat('[', `{"asset":{"uuid":"u"},"output":"${'x'.repeat(1000)}"},`, '{}]', 63 * MiB) },
  'a chunk of lists, as lines': { call: 'lines', body: () => repeat('[', '[],', '[]]', 63 * MiB) },
  'an envelope of numbers': { call: 'sc', body: () => repeat('{"error_code":0,"response":[', '0,', '0]}', 0.9 * MiB) },
  'a refusal of 15 MiB in an envelope': { call: 'sc', status: 403, body: () => repeat('{"response":"', 'x', '","error_code":147}', 15 * MiB) },
  'a file of 1 GiB in memory': { call: 'file', body: () => repeat('', 'x', '', 1024 * MiB) },
  'an input of ten million': { call: 'input', body: () => [] },
};
