import { match } from 'ts-pattern';
import { createVmClient } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';

// A Tenable in memory. With your keys in its place, the same calls go to cloud.tenable.com.
const client = createVmClient(createSimulator());

const scan = await client.asyncAndThen((vm) => vm.scans.details({ scan_id: 404 }));
const text = scan.match(
  ({ info }) => `${info.name} is ${info.status}`,
  (error) => match(error)
    .with({ _tag: 'NotFoundError' }, (e) => `No such scan: Tenable says "${e.detail}"`)
    .with({ _tag: 'PermissionError' }, (e) => `Check the keys: ${e.reason}`)
    .with({ _tag: 'RetryError' }, { _tag: 'ConnectionError' }, (e) => `Later: ${e.reason}`)
    .with({ _tag: 'UnexpectedValueError' }, { _tag: 'PackageMissingError' }, (e) => `Check your code: ${e.message}`)
    .with({ _tag: 'APIError' }, { _tag: 'InvalidInputError' }, { _tag: 'ServerError' }, (e) => `Report ${e.uuid}`)
    .with({ _tag: 'UnknownError' }, { _tag: 'TenableException' }, (e) => `Alert: ${e.message}`)
    .exhaustive(),
);
console.log(text); // => No such scan: Tenable says "Scan not found"
