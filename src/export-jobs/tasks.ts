/** Tasks that go on side by side; the first that ends with something ends them all. */
export interface Tasks<End> {
  /** Adds a task. `null` is an end like any other task's. It must not reject. */
  readonly begin: (task: Promise<End | null>) => void;
  readonly count: () => number;
  /** What the first of them ended with. */
  readonly end: () => End | null;
  /** Resolves when the next task ends. */
  readonly change: () => Promise<void>;
}

/** No tasks yet. `onEnd` is called when the first one ends with something. */
export function createTasks<End>(onEnd: () => void): Tasks<End> {
  let count = 0;
  let end: End | null = null;
  let wake = (): void => undefined;
  return {
    begin: (task) => {
      count += 1;
      void task.then((outcome) => {
        count -= 1;
        if (outcome !== null && end === null) {
          end = outcome;
          onEnd();
        }
        wake();
      });
    },
    count: () => count,
    end: () => end,
    change: () => new Promise((resolve) => {
      wake = resolve;
    }),
  };
}
