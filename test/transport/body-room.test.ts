import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BodyRoom, HeldBody } from '../../src/transport/body-room.js';

const KiB = 1_024;

/** A body that asks for room and says when it got some. */
function open(room: BodyRoom): { readonly body: HeldBody; readonly ask: (bytes: number) => void; readonly isWaiting: () => boolean } {
  const body = new HeldBody(room);
  let waits = 0;
  return {
    body,
    ask: (bytes) => {
      const waiting = body.hold(bytes);
      if (waiting === null) return;
      waits += 1;
      void waiting.then(() => {
        waits -= 1;
      });
    },
    isWaiting: () => waits > 0,
  };
}

const turn = (): Promise<void> => Promise.resolve();

describe('bodies of one client', () => {
  test('are not counted while they are small', () => {
    const room = new BodyRoom(1);
    expect(Array.from({ length: 100 }, () => new HeldBody(room).hold(64 * KiB))).toStrictEqual(new Array(100).fill(null));
  });

  test('wait where there is no room, and go on in the order in which they came', async () => {
    const room = new BodyRoom(400 * KiB);
    const bodies = Array.from({ length: 4 }, () => open(room));
    for (const { ask } of bodies) ask(200 * KiB);
    expect(bodies.map(({ isWaiting }) => isWaiting())).toStrictEqual([false, false, true, true]);
    bodies[1]?.body.release();
    await turn();
    expect(bodies.map(({ isWaiting }) => isWaiting())).toStrictEqual([false, false, false, true]);
    bodies[0]?.body.release();
    await turn();
    expect(bodies.map(({ isWaiting }) => isWaiting())).toStrictEqual([false, false, false, false]);
  });

  test('are never kept by each other from going on: the first one does, whatever it needs', async () => {
    const room = new BodyRoom(400 * KiB);
    const [first, second] = [open(room), open(room)];
    first.ask(200 * KiB);
    second.ask(200 * KiB);
    second.ask(300 * KiB);
    expect(second.isWaiting()).toBe(true);
    first.ask(900 * KiB);
    expect(first.isWaiting()).toBe(false);
    first.body.release();
    await turn();
    expect(second.isWaiting()).toBe(false);
  });

  test('that are given up while they wait leave no trace', async () => {
    const room = new BodyRoom(200 * KiB);
    const [first, second, third] = [open(room), open(room), open(room)];
    for (const { ask } of [first, second, third]) ask(200 * KiB);
    second.body.release();
    await turn();
    expect([second.isWaiting(), third.isWaiting()]).toStrictEqual([false, true]);
    first.body.release();
    await turn();
    expect(third.isWaiting()).toBe(false);
    third.body.release();
    third.body.release();
    expect(new HeldBody(room).hold(200 * KiB)).toBeNull();
    expect(new HeldBody(room).hold(1)).toBeNull();
  });

  test('hold no more than there is room for, but for the first, and all come to their end', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 12 });
    await fc.assert(fc.asyncProperty(sizes, fc.integer({ min: 1, max: 1_500 }), async (kibs, roomKiB) => {
      const room = new BodyRoom(roomKiB * KiB);
      const held = new Set<HeldBody>();
      let ended = 0;
      const read = async (kib: number): Promise<void> => {
        const body = new HeldBody(room);
        held.add(body);
        for (let bytes = 0; bytes < kib * KiB; bytes += 64 * KiB) {
          await body.hold(bytes);
          const taken = [...held].map((each) => each.taken).filter((each) => each > 0);
          expect(taken.reduce((sum, each) => sum + each, 0) - Math.max(0, ...taken)).toBeLessThanOrEqual(roomKiB * KiB);
        }
        body.release();
        held.delete(body);
        ended += 1;
      };
      await Promise.all(kibs.map(read));
      expect(ended).toBe(kibs.length);
    }));
  });
});
