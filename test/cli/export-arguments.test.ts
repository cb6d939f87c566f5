import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { parseExportArguments } from '../../src/cli/export-arguments.js';
import type { ExportRequest } from '../../src/cli/export-arguments.js';
import { standardColumns } from '../../src/cli/csv-columns.js';
import { exportUsage } from '../../src/cli/export-usage.js';
import { openFolder } from '../node/node-lab.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const nowMs = Date.UTC(2026, 0, 31);
const parse = (line: string): ReturnType<typeof parseExportArguments> => parseExportArguments(line.split(' ').filter((word) => word !== ''), () => nowMs);
const request = (line: string): ExportRequest => expectOk(parse(line));

describe('the arguments of an export', () => {
  test('have defaults but for the kind and the file', () => {
    expect(request('vulns --out a')).toMatchObject({
      kind: 'vulns', out: 'a', input: {}, resume: false, concurrency: 4, timeoutMs: undefined, columns: null, isSimulated: false, pollIntervalMs: undefined,
    });
  });

  test('become what Tenable names so', () => {
    const { concurrency, input, resume, timeoutMs } = request('vulns --out a --since 30d --severity High,critical --state open --chunk-size 500 --resume --concurrency 8 --timeout 90m');
    expect(input).toStrictEqual({ num_assets: 500, filters: { since: Date.UTC(2026, 0, 1) / 1000, severity: ['high', 'critical'], state: ['OPEN'] } });
    expect({ concurrency, resume, timeoutMs }).toStrictEqual({ concurrency: 8, resume: true, timeoutMs: 5_400_000 });
  });

  test.each([
    ['vulns', { num_assets: 500, filters: { since: 1_767_225_600 } }],
    ['assets', { chunk_size: 500, filters: { updated_at: 1_767_225_600 } }],
    ['assets-v2', { chunk_size: 500, filters: { since: 1_767_225_600 } }],
    ['compliance', { num_findings: 500, filters: { since: 1_767_225_600 } }],
    ['was', { num_assets: 500, filters: { since: 1_767_225_600 } }],
  ])('are named as the kind %s names them', (kind, input) => {
    expect(request(`${kind} --out a --since 1767225600 --chunk-size 500`).input).toStrictEqual(input);
  });

  test('of web applications have severities in capitals, and exports of assets a size', () => {
    expect(request('was --out a --severity high').input).toStrictEqual({ filters: { severity: ['HIGH'] } });
    expect(request('assets --out a').input).toStrictEqual({ chunk_size: 1000 });
  });

  test('may hold any other filters', () => {
    expect(request('vulns --out a --severity low --filters {"plugin_id":[19506]}').input).toStrictEqual({ filters: { plugin_id: [19506], severity: ['low'] } });
  });

  test('choose the columns of CSV', () => {
    expect(request('was --out a --format csv').columns).toStrictEqual(standardColumns.was);
    expect(request('was --out a --format csv --columns url,severity').columns).toStrictEqual(['url', 'severity']);
  });

  test('take columns of lists, and those that are newer', () => {
    expect(request('vulns --out a --format csv --columns asset.operating_system.0,+plugin.new,plugin').columns).toStrictEqual(['asset.operating_system.0', 'plugin.new', 'plugin']);
  });

  test('ask for everything with --since all: where there would be 30 days, for what changed since the first second', () => {
    expect(request('vulns --out a --since all').input).toStrictEqual({ filters: { since: 1 } });
    expect(request('was --out a --since all').input).toStrictEqual({ filters: { since: 1 } });
    expect(request('assets --out a --since all').input).toStrictEqual({ chunk_size: 1000 });
    expect(request('compliance --out a --since all').input).toStrictEqual({});
    expect(request('vulns --out a --include-unlicensed').input).toStrictEqual({ include_unlicensed: true });
  });

  test('say how to get to the service', () => {
    expect(request('vulns --out a').connection).toStrictEqual({});
    const ca = join(openFolder(), 'ca.pem');
    writeFileSync(ca, 'PEM');
    expect(request(`vulns --out a --proxy http://127.0.0.1:3128 --ca ${ca}`).connection).toStrictEqual({ proxyUrl: 'http://127.0.0.1:3128', tls: { ca: 'PEM' } });
  });

  test('know an unfinished export by what is in it, not by where, when and how it is fetched', () => {
    const { label } = request('vulns --out a --since 30d');
    const later = parseExportArguments(['vulns', '--out', 'b', '--since', '30d', '--resume', '--concurrency', '1'], () => nowMs + 86_400_000);
    expect(expectOk(later).label).toBe(label);
    for (const other of ['vulns --out a', 'vulns --out a --since 29d', 'was --out a --since 30d', 'vulns --out a --since 30d --format csv', 'vulns --out a --since 30d --severity low', 'vulns --out a --since 30d --include-unlicensed']) {
      expect(request(other).label).not.toBe(label);
    }
  });

  test('ask a simulator in shorter steps', () => {
    expect(request('vulns --out a --simulator')).toMatchObject({ isSimulated: true, pollIntervalMs: 200 });
  });

  test.each([
    ['', 'say what to export: vulns, assets, assets-v2, compliance or was'],
    ['hosts --out a', 'there is no export of "hosts"'],
    ['toString --out a', 'there is no export of "toString"'],
    ['vulns assets --out a', '"assets" is one word too many'],
    ['vulns', 'say where the records go: --out <file>'],
    ['vulns --out=', 'say where the records go: --out <file>'],
    ['vulns --out a --colour', "Unknown option '--colour'"],
    ['vulns --out a --concurrency 0', '--concurrency should be a whole number from 1 to 32'],
    ['vulns --out a --concurrency many', '--concurrency should be a whole number from 1 to 32'],
    ['vulns --out a --timeout 5', '--timeout should be a time such as 90m or 6h'],
    ['vulns --out a --timeout 0h', '--timeout should be a time such as 90m or 6h'],
    ['vulns --out a --since yesterday', '--since should be a time such as 30d, 12h, 2026-01-31 or Unix seconds, or the word all'],
    ['vulns --out a --chunk-size big', '--chunk-size should be a whole number'],
    ['vulns --out a --filters [1]', '--filters should be a JSON object, such as \'{"plugin_id":[19506]}\''],
    ['vulns --out a --filters {', '--filters should be a JSON object, such as \'{"plugin_id":[19506]}\''],
    ['assets --out a --severity high', '--severity does not go with assets'],
    ['assets-v2 --out a --state open', '--state does not go with assets-v2'],
    ['compliance --out a --severity high', '--severity does not go with compliance'],
    ['vulns --out a --format xml', '--format should be ndjson or csv'],
    ['vulns --out a --columns x', '--columns goes with --format csv'],
    ['vulns --out a --format csv --columns ,', '--columns should name members, such as asset.hostname,plugin.id'],
    ['vulns --out a --format csv --columns severity,asset.hostnme', '--columns: no record of vulns has "asset.hostnme", did you mean asset.hostname? A member that is newer than this version is written with a plus: +asset.hostnme'],
    ['assets --out a --format csv --columns hostname', '--columns: no record of assets has "hostname", did you mean hostnames? A member that is newer than this version is written with a plus: +hostname'],
    ['was --out a --format csv --columns qqqqqqqqqqqqqq', '--columns: no record of was has "qqqqqqqqqqqqqq". A member that is newer than this version is written with a plus: +qqqqqqqqqqqqqq'],
    ['assets --out a --include-unlicensed', '--include-unlicensed does not go with assets: none are left out there'],
    ['vulns --out a --proxy=', '--proxy should be a URL such as http://proxy.example.com:3128'],
    ['vulns --out a --ca /no/such/file.pem', '--ca: /no/such/file.pem cannot be read'],
  ])('%j is refused', (line, message) => {
    expect(expectErr(parse(line))).toBe(message);
  });

  test('are all in the help', () => {
    for (const option of ['out', 'since', 'severity', 'state', 'filters', 'chunk-size', 'resume', 'concurrency', 'timeout', 'format', 'columns', 'simulator', 'include-unlicensed', 'proxy', 'ca']) {
      expect(exportUsage).toMatch(new RegExp(`^ {2}--${option} `, 'm'));
    }
  });
});
