import { createVmClient, fromThrown, toProblemDetails, toThrowable } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';

// A framework in miniature: handlers return or throw, and what they throw goes to one error handler, wrapped.
type Handler = (scanId: number) => Promise<string>;
const createFramework = (handle: Handler, onError: (thrown: unknown) => string) => async (scanId: number): Promise<string> =>
  handle(scanId).catch((thrown: unknown) => onError(new Error('handler failed', { cause: thrown })));

const client = createVmClient(createSimulator());

const serve = createFramework(
  async (scanId) => {
    const scan = await client.asyncAndThen((vm) => vm.scans.details({ scan_id: scanId }));
    if (scan.isErr()) throw toThrowable(scan.error); // the one place that throws, at the border
    return scan.value.info.name;
  },
  (thrown) => fromThrown(thrown).match(
    (error) => `${toProblemDetails(error).status} ${error._tag}`,
    () => '500 not ours',
  ),
);

console.log(await serve(404)); // => 404 NotFoundError
