/** Members of records that the types do not have: added by augmentation, or read as what nobody knows. */
import { describe, expect, test } from 'vitest';

import { checkFile } from '../support/type-program.js';

const file = 'test/types/own-members-caller.ts';
const caller = `
import { createVmClient, readMember } from 'tenable-result';
import type { VulnRecord } from 'tenable-result/vm/vulns-export';

export const vm = createVmClient({ accessKey: 'a', secretKey: 'b' })._unsafeUnwrap();
export const reading = (record: VulnRecord): unknown => readMember(record.plugin, 'of_tomorrow');
`;

const check = (...lines: readonly string[]): readonly string[] => checkFile({ [file]: `${caller}${lines.join('\n')}\n` }, file).messages;
const augmentation = `declare module 'tenable-result/vm/vulns-export' { interface VulnPlugin { readonly ours?: string } }`;
const read = `export const read = vm.exports.vulns({}).chunks();\nfor await (const chunk of read) if (chunk.isOk()) for (const { plugin } of chunk.value.records) plugin.ours?.toUpperCase();`;

describe('a record of an export', () => {
  test('has the members that Tenable sends, typed', () => {
    expect(check(
      'export const solution = (record: VulnRecord): string => record.plugin.solution ?? "";',
      'export const system = (record: VulnRecord): string | undefined => record.asset.operating_system?.[0];',
      'export const began = (record: VulnRecord): string | null | undefined => record.scan?.started_at;',
      'export const score = (record: VulnRecord): number | null | undefined => record.plugin.vpr?.score;',
    )).toStrictEqual([]);
    expect(check('export const solution = (record: VulnRecord): number => record.plugin.solution;')).toHaveLength(1);
  }, 60_000);

  test('takes members of your own by augmentation, in what the client gives', () => {
    expect(check(augmentation, read)).toStrictEqual([]);
    expect(check(read)).toStrictEqual([expect.stringContaining("Property 'ours' does not exist on type 'VulnPlugin'")]);
  }, 60_000);

  test('has members that have no type in reach, as unknown', () => {
    expect(check()).toStrictEqual([]);
    expect(check(`export const typo = (record: VulnRecord): unknown => record.plugin.of_tomorrow;`)).toStrictEqual([expect.stringContaining("Property 'of_tomorrow' does not exist")]);
  }, 60_000);
});
