/** The proxy that the environment names for an origin, by the rules that curl, Go and Python share. */
import { attempt } from '../../internal/attempt.js';

export type Variables = Readonly<Record<string, string | undefined>>;

/** A proxy with the variable that names it. */
export interface NamedProxy {
  readonly variable: string;
  /** `null` where the variable holds no URL of an HTTP proxy. */
  readonly url: string | null;
}

/** `null` where the environment names none for this origin. */
export function findProxy(origin: string, variables: Variables): NamedProxy | null {
  const { hostname, port, protocol } = new URL(origin);
  const named = firstSet(variables, protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : toHttpNames(variables));
  if (named === null) return null;
  const target = { hostname: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? (protocol === 'https:' ? '443' : '80') : port };
  const exceptions = firstSet(variables, ['no_proxy', 'NO_PROXY'])?.value ?? '';
  if (exceptions.split(/[\s,]+/).some((exception) => exception !== '' && isExcepted(target, exception.toLowerCase()))) return null;
  return { variable: named.name, url: toProxyUrl(named.value) };
}

/** In a CGI program, `HTTP_PROXY` is a header that the visitor sent. */
function toHttpNames(variables: Variables): readonly string[] {
  return variables['REQUEST_METHOD'] === undefined ? ['http_proxy', 'HTTP_PROXY'] : ['http_proxy'];
}

/** Lower case wins, as everywhere. An empty one counts as not set. */
function firstSet(variables: Variables, names: readonly string[]): { readonly name: string; readonly value: string } | null {
  for (const name of names) {
    const value = variables[name]?.trim() ?? '';
    if (value !== '') return { name, value };
  }
  return null;
}

/** `proxy.example:3128` means `http://proxy.example:3128`. */
function toProxyUrl(value: string): string | null {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const parsed = attempt(() => new URL(text));
  return parsed.ok && /^https?:$/.test(parsed.value.protocol) && parsed.value.hostname !== '' ? text : null;
}

interface Target {
  readonly hostname: string;
  readonly port: string;
}

/** `*`, a host, a domain (with or without a leading `*` or dot) that covers its hosts, an address, or a range; each but `*` may have a port. */
function isExcepted(target: Target, exception: string): boolean {
  if (exception === '*') return true;
  const { name, port } = splitPort(exception);
  if (port !== '' && port !== target.port) return false;
  const range = isInRange(target.hostname, name);
  if (range !== null) return range;
  if (process.getBuiltinModule('node:net').isIP(target.hostname) !== 0) return false; // the end of an address is no domain
  const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
  const hostname = target.hostname.toLowerCase().replace(/\.$/, '');
  return domain !== '' && (hostname === domain || hostname.endsWith(`.${domain}`));
}

/** IPv6 has a port only in brackets. */
function splitPort(exception: string): { readonly name: string; readonly port: string } {
  const [, address, addressPort = ''] = /^\[([^\]]+)\](?::(\d+))?$/.exec(exception) ?? [];
  if (address !== undefined) return { name: address, port: addressPort };
  const [name = '', port = '', more] = exception.split(':');
  return more === undefined ? { name, port } : { name: exception, port: '' };
}

/** Whether an address lies in a range such as `10.0.0.0/8`, or is that address; `null` where the exception is neither. */
function isInRange(hostname: string, exception: string): boolean | null {
  const { BlockList, isIP } = process.getBuiltinModule('node:net');
  const [address = '', bits] = exception.split('/');
  const family = isIP(address);
  if (family === 0) return null;
  const type = family === 6 ? 'ipv6' : 'ipv4';
  if (isIP(hostname) !== family) return false;
  const list = new BlockList();
  const added = attempt(() => {
    list.addSubnet(address, bits === undefined ? (family === 6 ? 128 : 32) : Number(bits), type);
  });
  return added.ok && list.check(hostname, type);
}
