import { describe, expect, test } from 'vitest';

import { faults } from 'tenable-result/simulator';

import { createFaultScript } from '../../src/simulator/fault-script.js';

describe('a script', () => {
  test('the first fault that fits happens, as often as it should', () => {
    const script = createFaultScript();
    script.add(faults.serverError({ path: '/scans', times: 2 }));
    script.add(faults.hang());
    const tags = ['/scans', '/scans', '/scans', '/scans'].map((path) => script.take('GET', path)?._tag);
    expect(tags).toStrictEqual(['Answer', 'Answer', 'Hang', undefined]);
  });

  test.each([
    [{ method: 'POST' }, 'GET', '/scans', false],
    [{ method: 'POST' }, 'POST', '/scans', true],
    [{ path: '/scans' }, 'GET', '/scans/7', false],
    [{ path: '/scans/{scan_id}' }, 'GET', '/scans/7', true],
    [{ path: /export/g }, 'GET', '/vulns/export', true],
    [{}, 'DELETE', '/anything', true],
  ] as const)('%o and %s %s: %s', (target, method, path, fits) => {
    const script = createFaultScript();
    script.add(faults.hang({ ...target, times: Number.POSITIVE_INFINITY }));
    expect(script.take(method, path) !== null).toBe(fits);
    expect(script.take(method, path) !== null).toBe(fits); // a pattern with a memory must not forget
  });

  test('unused faults are those that are still to happen', () => {
    const script = createFaultScript();
    const twice = faults.reset({ times: 2 });
    const always = faults.serverError({ method: 'PUT', times: Number.POSITIVE_INFINITY });
    script.add(twice);
    script.add(always);
    expect(script.unused()).toStrictEqual([twice, always]);
    script.take('GET', '/');
    script.take('PUT', '/');
    expect(script.unused()).toStrictEqual([always]);
    script.take('PUT', '/');
    expect(script.unused()).toStrictEqual([]);
  });
});

test('with a base path, a path is found with it and without', () => {
  const script = createFaultScript('/rest');
  const answer = { _tag: 'Hang' } as const;
  for (const path of ['/scan/{id}', '/rest/scan/{id}', /^\/scan/]) {
    script.add({ path, answer });
    expect(script.take('GET', '/rest/scan/1')).toStrictEqual(answer);
  }
  script.add({ path: '/scan/{id}', answer });
  expect([script.take('GET', '/restscan/1'), script.unused().length]).toStrictEqual([null, 1]);
});
