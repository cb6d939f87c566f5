/** What the compiler says of the filters of exports: the good call, and beside it the bad one. */
import { describe, expectTypeOf, test } from 'vitest';

import { execute } from 'tenable-result';
import type { InferInput, InferOutput, VmConnection } from 'tenable-result';
import * as assets from 'tenable-result/vm/assets-export';
import * as assetsV2 from 'tenable-result/vm/assets-v2-export';
import * as compliance from 'tenable-result/vm/compliance-export';
import type { ExportJobs, ExportStatus, ExportTime } from 'tenable-result/vm/vulns-export';
import * as vulns from 'tenable-result/vm/vulns-export';
import * as was from 'tenable-result/vm/was-export';

declare const vm: VmConnection;

/** Compiled, never run: what is said here is said to the compiler. */
const onlyTyped = (body: () => unknown): void => {
  expectTypeOf(body).toBeFunction();
};

describe('filters', () => {
  test('of time take seconds or a Date', () => {
    expectTypeOf<ExportTime>().toEqualTypeOf<number | Date>();
    onlyTyped(() => [
      execute(vm, vulns.create, { filters: { since: new Date(), indexed_at: 1 } }),
      // @ts-expect-error -- Type 'string' is not assignable to type 'ExportTime'
      execute(vm, vulns.create, { filters: { since: '2026-01-01' } }),
      // @ts-expect-error -- Type 'bigint' is not assignable to type 'ExportTime'
      execute(vm, was.create, { filters: { indexed_at: 1n } }),
    ]);
  });

  test('have their own names, and no others', () => {
    onlyTyped(() => [
      execute(vm, vulns.create, { filters: { zero_day: true, 'tag.Location': ['Berlin'] } }),
      // @ts-expect-error -- 'zeroDay' does not exist in type 'VulnsFilters'
      execute(vm, vulns.create, { filters: { zeroDay: true } }),
      // @ts-expect-error -- Type 'string' is not assignable to type 'readonly string[]'
      execute(vm, vulns.create, { filters: { 'tag.Location': 'Berlin' } }),
      execute(vm, assetsV2.create, { chunk_size: 100, filters: { since: 1, types: ['webapp'] } }),
      // @ts-expect-error -- 'tag.Location' does not exist in type 'AssetsV2Filters'
      execute(vm, assetsV2.create, { chunk_size: 100, filters: { 'tag.Location': ['Berlin'] } }),
      // @ts-expect-error -- 'since' does not exist in type 'AssetsFilters'
      execute(vm, assets.create, { chunk_size: 100, filters: { since: 1 } }),
      // @ts-expect-error -- Property 'chunk_size' is missing
      execute(vm, assets.create, { filters: { is_deleted: true } }),
      execute(vm, was.create, { filters: { plugin_ids: [1] } }),
      // @ts-expect-error -- 'plugin_id' does not exist in type 'WasFilters'
      execute(vm, was.create, { filters: { plugin_id: [1] } }),
    ]);
  });

  test('have their own words', () => {
    onlyTyped(() => [
      execute(vm, vulns.create, { filters: { cve_category: ['in the news'], weaponization: ['apt'], state: ['OPEN'] } }),
      // @ts-expect-error -- Type '"in_the_news"' is not assignable to type 'CveCategory'
      execute(vm, vulns.create, { filters: { cve_category: ['in_the_news'] } }),
      // @ts-expect-error -- Type '"open"' is not assignable to type 'FindingState'
      execute(vm, vulns.create, { filters: { state: ['open'] } }),
      // @ts-expect-error -- Type '"HIGH"' is not assignable to type 'Severity'
      execute(vm, vulns.create, { filters: { severity: ['HIGH'] } }),
      execute(vm, was.create, { filters: { severity: ['HIGH', 'low'], owasp_2021: ['A10'], owasp_api_2019: ['API10'] } }),
      // @ts-expect-error -- Type '"A11"' is not assignable to type 'OwaspChapter'
      execute(vm, was.create, { filters: { owasp_2021: ['A11'] } }),
      // @ts-expect-error -- Type '"passed"' is not assignable to type 'ComplianceResult'
      execute(vm, compliance.create, { filters: { compliance_results: ['passed'] } }),
      // @ts-expect-error -- 'Office' does not exist in type 'readonly ComplianceTag[]'
      execute(vm, compliance.create, { filters: { tags: { Office: ['Dallas'] } } }),
    ]);
  });

  test('of a score take lists for eq and neq, numbers for bounds', () => {
    onlyTyped(() => [
      execute(vm, vulns.create, { filters: { vpr_score: { eq: [5], neq: [6] }, epss_score: { gte: 1 } } }),
      // @ts-expect-error -- Type 'number' is not assignable to type 'readonly number[]'
      execute(vm, vulns.create, { filters: { vpr_score: { eq: 5 } } }),
      // @ts-expect-error -- 'between' does not exist in type 'ScoreFilter'
      execute(vm, vulns.create, { filters: { vpr_score: { between: [1, 2] } } }),
      // @ts-expect-error -- 'gt' does not exist in type 'DurationFilter'
      execute(vm, vulns.create, { filters: { time_taken_to_fix: { gt: 1 } } }),
    ]);
  });
});

test('every kind has the same operations beside its own creation', () => {
  type Rest<Area extends { readonly status: unknown; readonly cancel: unknown; readonly list: unknown }> = Pick<Area, 'status' | 'cancel' | 'list'>;
  expectTypeOf<Rest<typeof assetsV2>>().toEqualTypeOf<Rest<typeof vulns>>();
  expectTypeOf<Rest<typeof was>>().toEqualTypeOf<Rest<typeof compliance>>();
  expectTypeOf<InferOutput<typeof was.list>>().toEqualTypeOf<ExportJobs>();
  expectTypeOf<InferOutput<typeof assets.status>>().toEqualTypeOf<ExportStatus>();
  expectTypeOf<InferOutput<typeof assetsV2.chunk>>().toEqualTypeOf<readonly assetsV2.AssetV2Record[]>();
  expectTypeOf<InferInput<typeof was.create>>().toEqualTypeOf<was.WasExportInput>();
});
