/** Where chunks that are pushed meet a reader that pulls: one at a time, and none before the one before was done with. */

type Step<T> = IteratorResult<T, undefined>;

const end = { done: true, value: undefined } as const;

export interface HandOff<T> {
  /** Offers an item. Resolves when the reader asks for the next one: `true`; or when it has left: `false`. */
  readonly give: (item: T) => Promise<boolean>;
  /** Takes back what is offered and not in the reader's hands; nothing is taken any more. The last word still comes. */
  readonly recall: () => void;
  /** There is nothing more to come but `last`, where that is something. */
  readonly finish: (last: T | null) => void;
  /** The reader's side: the next item. Asking for it says that the one before is done with. */
  readonly next: () => Promise<Step<T>>;
  /** The reader wants nothing more. */
  readonly leave: () => void;
}

interface Offer<T> {
  readonly item: T;
  readonly settle: (isTaken: boolean) => void;
}

/** A hand-off that nothing has been offered to. */
export function createHandOff<T>(): HandOff<T> {
  const offers: Offer<T>[] = [];
  const readers: ((step: Step<T>) => void)[] = [];
  let inHand: Offer<T> | null = null;
  let ending: { last: T | null } | null = null;
  let isOpen = true;

  const settle = (isTaken: boolean): void => {
    inHand?.settle(isTaken);
    inHand = null;
  };
  const match = (): void => {
    for (;;) {
      const [reader] = readers;
      if (reader === undefined) return;
      if (inHand !== null) settle(true);
      const offer = offers.shift();
      if (offer === undefined && ending === null) return;
      readers.shift();
      if (offer !== undefined) {
        inHand = offer;
        reader({ done: false, value: offer.item });
      } else reader(takeEnding());
    }
  };
  const takeEnding = (): Step<T> => {
    const last = ending?.last ?? null;
    ending = { last: null };
    return last === null ? end : { done: false, value: last };
  };
  const recall = (): void => {
    isOpen = false;
    for (const offer of offers.splice(0)) offer.settle(false);
  };
  return {
    recall,
    give: (item) => new Promise((resolve) => {
      if (!isOpen) {
        resolve(false);
        return;
      }
      offers.push({ item, settle: resolve });
      match();
    }),
    finish: (last) => {
      ending ??= { last };
      match();
    },
    next: () => new Promise((resolve) => {
      readers.push(resolve);
      match();
    }),
    leave: () => {
      ending = { last: null };
      settle(false);
      recall();
      match();
    },
  };
}
