import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { createTasks } from '../../src/export-jobs/tasks.js';

describe('tasks', () => {
  test('are counted while they go on', async () => {
    const tasks = createTasks<string>(() => undefined);
    expect(tasks.count()).toBe(0);
    tasks.begin(Promise.resolve(null));
    tasks.begin(new Promise(() => undefined));
    expect(tasks.count()).toBe(2);
    await tasks.change();
    expect([tasks.count(), tasks.end()]).toStrictEqual([1, null]);
  });

  test('end with what the first of them ends with, which is told once', async () => {
    const onEnd = vi.fn();
    const tasks = createTasks<string>(onEnd);
    tasks.begin(Promise.resolve(null));
    tasks.begin(Promise.resolve('first'));
    tasks.begin(Promise.resolve('second'));
    while (tasks.count() > 0) await tasks.change();
    expect([tasks.end(), onEnd.mock.calls.length]).toStrictEqual(['first', 1]);
  });

  test('have their end already when it is told', async () => {
    const seen: unknown[] = [];
    const tasks = createTasks<string>(() => seen.push(tasks.end(), tasks.count()));
    tasks.begin(Promise.resolve('over'));
    await tasks.change();
    expect(seen).toStrictEqual(['over', 0]);
  });

  test('can be waited for to the last, whatever they do and whenever they are added', async () => {
    const task = fc.tuple(fc.nat(4), fc.option(fc.constantFrom('a', 'b')));
    await fc.assert(fc.asyncProperty(fc.array(task, { maxLength: 8 }), async (plan) => {
      const tasks = createTasks<string>(() => undefined);
      for (const [turns, outcome] of plan) {
        tasks.begin((async () => {
          for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
          return outcome;
        })());
        if (turns === 3) await tasks.change();
      }
      while (tasks.count() > 0) await tasks.change();
      expect(tasks.end() === null).toBe(plan.every(([, outcome]) => outcome === null));
    }));
  });
});
