// The contenders of the benchmark of calls. Each makes a function that asks for `/session` and gives its data, and one that
// asks for a scan that is not there and gives the failure. All send the keys; what else each does is said beside it.
const headers = { 'x-apikeys': 'accessKey=benchmark; secretKey=benchmark', accept: 'application/json' };

const expectData = (data) => {
  if (data?.permissions !== 64) throw new Error('not the data');
};

/** A client as a careful team writes it by hand: fetch and neverthrow, with retry, timeout and typed errors. */
const handWritten = async (url) => {
  const { ResultAsync, err, ok } = await import('neverthrow');
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const tags = { 400: 'InvalidInput', 401: 'Permission', 403: 'Permission', 404: 'NotFound', 409: 'Conflict', 500: 'Server' };
  const toError = async (response) => {
    const text = (await response.text()).slice(0, 65_536);
    let detail = text;
    try {
      const body = JSON.parse(text);
      detail = body.message ?? body.error ?? text;
    } catch { /* it is no JSON */ }
    return { _tag: tags[response.status] ?? 'Unknown', status: response.status, detail, uuid: response.headers.get('x-request-uuid') ?? '' };
  };
  const send = async (path) => {
    for (let attempt = 0; ; attempt += 1) {
      let response;
      try {
        response = await fetch(url + path, { headers, redirect: 'manual', signal: AbortSignal.timeout(30_000) });
      } catch (thrown) {
        if (attempt < 3) {
          await wait(2 ** attempt * 500);
          continue;
        }
        return err({ _tag: 'Connection', cause: String(thrown) });
      }
      if ([429, 502, 503, 504].includes(response.status) && attempt < 3) {
        await wait(Number(response.headers.get('retry-after') ?? 1) * 1000);
        continue;
      }
      if (!response.ok) return err(await toError(response));
      try {
        return ok(await response.json());
      } catch {
        return err({ _tag: 'Body', status: response.status });
      }
    }
  };
  return (path) => new ResultAsync(send(path));
};

const ours = async (config) => {
  const { createVmClient } = await import('tenable-result');
  const vm = createVmClient({ accessKey: 'benchmark', secretKey: 'benchmark', ...config })._unsafeUnwrap();
  return {
    good: async () => expectData((await vm.session.details())._unsafeUnwrap()),
    bad: async () => (await vm.scans.details({ scan_id: 404 }))._unsafeUnwrapErr(),
  };
};

export const contenders = {
  'undici.request': async (url) => {
    const { request } = await import('undici');
    return {
      good: async () => expectData(await (await request(`${url}/session`, { headers })).body.json()),
      bad: async () => {
        const { statusCode, body } = await request(`${url}/scans/404`, { headers });
        return { statusCode, body: await body.json() };
      },
    };
  },
  'tenable-result': (url) => ours({ url }),
  fetch: async (url) => ({
    good: async () => expectData(await (await fetch(`${url}/session`, { headers })).json()),
    bad: async () => {
      const response = await fetch(`${url}/scans/404`, { headers });
      return { status: response.status, body: await response.json() };
    },
  }),
  'tenable-result over fetch': async (url) => ours({ url, transport: (await import('tenable-result')).createFetchTransport() }),
  'fetch + neverthrow by hand': async (url) => {
    const send = await handWritten(url);
    return { good: async () => expectData((await send('/session'))._unsafeUnwrap()), bad: async () => (await send('/scans/404'))._unsafeUnwrapErr() };
  },
  'openapi-fetch': async (url) => {
    const { default: createClient } = await import('openapi-fetch');
    const client = createClient({ baseUrl: url, headers });
    return { good: async () => expectData((await client.GET('/session')).data), bad: async () => (await client.GET('/scans/{id}', { params: { path: { id: 404 } } })).error };
  },
  ky: async (url) => {
    const { default: ky } = await import('ky');
    const client = ky.create({ prefixUrl: url, headers });
    return { good: async () => expectData(await client.get('session').json()), bad: () => client.get('scans/404').json().then(() => null, (error) => error) };
  },
  axios: async (url) => {
    const { default: axios } = await import('axios');
    const { Agent } = await import('node:http');
    const client = axios.create({ baseURL: url, headers, httpAgent: new Agent({ keepAlive: true }), proxy: false });
    return { good: async () => expectData((await client.get('/session')).data), bad: () => client.get('/scans/404').then(() => null, (error) => error) };
  },
  got: async (url) => {
    const { default: got } = await import('got');
    const { Agent } = await import('node:http');
    const client = got.extend({ prefixUrl: url, headers, agent: { http: new Agent({ keepAlive: true }) } });
    return { good: async () => expectData(await client.get('session').json()), bad: () => client.get('scans/404').json().then(() => null, (error) => error) };
  },
};
