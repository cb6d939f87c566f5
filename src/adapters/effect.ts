/**
 * Effect: the same Results as effects, streams and layers. Uses only what Effect 3 and Effect 4 both have, under
 * the same names. Errors stay what they are: plain objects with `_tag`, which is what `catchTag` looks at.
 */
import { Effect, Layer, Stream } from 'effect';
import type { Context } from 'effect';
import type { Result } from 'neverthrow';

import type { TenableException } from '../errors/model/tenable-exception.js';
import { guardIterator, toResultAsync, toTenableException } from '../result.js';

/**
 * A call as an effect. Nothing is sent before it is run, and each run is a call of its own. Give the signal to the
 * call: an interrupted effect then ends its request within 10 ms. What `call` throws or rejects with is a
 * `TenableException` in the error channel, never a defect.
 *
 * ```ts
 * const details = toEffect((signal) => vm.scans.details({ scan_id: 42 }, { signal }));
 * const name = details.pipe(Effect.map(({ info }) => info.name), Effect.catchTag('NotFoundError', () => Effect.succeed('gone')));
 * ```
 */
export function toEffect<A, E>(
  call: (signal: AbortSignal) => Result<A, E> | PromiseLike<Result<A, E>>,
): Effect.Effect<A, E | TenableException> {
  return Effect.flatMap(Effect.promise(async (signal) => toResultAsync(async () => call(signal))), fromResult);
}

/**
 * The items of a list that comes in pages, or the records or chunks of an export, as a stream. Each run opens it
 * anew. A stream that ends early asks for nothing more, and an export job ends as its `onEarlyEnd` says: at Tenable
 * too, or to be resumed. Give the signal to the call, so that it ends while it waits as well.
 *
 * ```ts
 * const findings = toStream((signal) => vm.exports.vulns({ severity: ['critical'] }, { signal }));
 * const some = findings.pipe(Stream.take(100), Stream.runCollect);
 * ```
 */
export function toStream<A, E>(
  open: (signal: AbortSignal) => AsyncIterable<Result<A, E>>,
): Stream.Stream<A, E | TenableException> {
  return Stream.suspend(() => {
    const items = Stream.fromAsyncIterable({ [Symbol.asyncIterator]: () => openAbortable(open) }, toTenableException);
    return Stream.mapEffect(items, fromResult);
  });
}

/**
 * What the tag of a service has in Effect 3 (`Context.Tag`) and in Effect 4 (`Context.Service`): as an effect, it
 * gives the service.
 */
export type ServiceTag<Identifier, Service> = Effect.Effect<Service, never, Identifier> & {
  readonly key: string;
  readonly Service: Service;
};

/**
 * A client as a layer, under a tag of your own. A configuration that does not hold is the layer's failure.
 *
 * ```ts
 * class Vm extends Context.Service<Vm, VmClient>()('Vm') {}
 * const VmLive = toLayer(Vm, () => createVmClient());
 * const details = Effect.flatMap(Vm, (vm) => toEffect((signal) => vm.scans.details({ scan_id: 42 }, { signal })));
 * ```
 */
export function toLayer<Identifier, Service, E>(
  tag: ServiceTag<Identifier, Service>,
  create: (signal: AbortSignal) => Result<NoInfer<Service>, E> | PromiseLike<Result<NoInfer<Service>, E>>,
): Layer.Layer<Identifier, E | TenableException> {
  // Both versions call the type differently; what `Layer.effect` reads of the tag is its key.
  return Layer.effect(tag as unknown as Context.Key<Identifier, Service>, toEffect(create));
}

function fromResult<A, E>(result: Result<A, E>): Effect.Effect<A, E> {
  return result.isOk() ? Effect.succeed(result.value) : Effect.fail(result.error);
}

/** An iterator whose end also ends a step that is under way: a generator alone would first wait for that step. */
function openAbortable<A, E>(
  open: (signal: AbortSignal) => AsyncIterable<Result<A, E>>,
): AsyncIterator<Result<A, E | TenableException>, undefined> {
  const controller = new AbortController();
  const inner = guardIterator(() =>
    open(controller.signal)[Symbol.asyncIterator]() as AsyncIterator<Result<A, E>, undefined>); // nobody reads what it returns at its end
  let pending = 0;
  return {
    next: async () => {
      pending += 1;
      const step = await inner.next();
      pending -= 1;
      return step;
    },
    return: async () => {
      if (pending > 0) controller.abort();
      await inner.return?.();
      return { done: true, value: undefined };
    },
  };
}
