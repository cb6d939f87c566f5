/**
 * Security Center: where a request or an answer is put into another form. Each function takes any value and throws nothing.
 * Loaded with data of areas, so it imports nothing.
 */

/** Plain lists, where Security Center does not tell apart what may be used and what may be managed: both hold all. */
export function toUsableList(answer: unknown): unknown {
  return Array.isArray(answer) ? { usable: answer, manageable: answer } : answer;
}

/** The list of users is recorded as an object around the list, and documented as the list alone. */
export function toUserList(answer: unknown): unknown {
  return isObject(answer) ? answer['users'] : answer;
}

/** The list of plugins is the answer alone; a page has a name for it. */
export function toPluginPage(answer: unknown): unknown {
  return Array.isArray(answer) ? { plugins: answer } : answer;
}

/** A member that is not as it should be beside others, and what would mend it, to be read after "should be". */
export interface Breach {
  readonly path: readonly string[];
  readonly expected: string;
}

/** Without a scan's result `individual` means every scan, which nobody has asked for. */
export function checkAnalysis(input: unknown): readonly Breach[] {
  const asked = isObject(input) && isObject(input['query']) ? input['query'] : {};
  if (!isObject(input) || input['sourceType'] !== 'individual') return [];
  const [atTop, inQuery] = [(name: string): string | undefined => toWord(input[name]), (name: string): string | undefined => toWord(asked[name])];
  const isOther = (name: string): boolean => atTop(name) !== undefined && inQuery(name) !== undefined && atTop(name) !== inQuery(name);
  return [
    ...(input['scanID'] === undefined && asked['scanID'] === undefined ? [{ path: ['scanID'], expected: 'given with the source type individual' }] : []),
    ...['scanID', 'view'].filter(isOther).map((name) => ({ path: ['query', name], expected: `the same as ${name}` })),
  ];
}

/** A number or text as text: ids may be either. */
function toWord(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Security Center wants the offsets within `query`, where it is awkward for a caller to change them. */
export function toAnalysisRequest(input: unknown): unknown {
  if (!isObject(input)) return input;
  const { endOffset, query: given, startOffset, ...rest } = input;
  const asked = isObject(given) ? given : {};
  const query = { ...asked, type: asked['type'] ?? rest['type'], filters: asked['filters'] ?? [], startOffset, endOffset };
  if (rest['sourceType'] !== 'individual') return { ...rest, query };
  // Security Center 6 reads them in `query`, versions before it at the top. With one of them alone it answers for all scans.
  const ofScan = { scanID: rest['scanID'] ?? asked['scanID'], view: rest['view'] ?? asked['view'] };
  return { ...rest, ...ofScan, query: { ...query, ...ofScan } };
}

const unknownCount = -1;

/**
 * Logs may come as a list alone. The tool `iplist` answers with addresses and ranges by number, all at once, and with members that
 * say nothing. Counts come as numbers, as text, with decimals (returned records may be an average), or not at all; and there are
 * tools that say `null` where they found nothing.
 */
export function toAnalysisPage(answer: unknown): unknown {
  if (Array.isArray(answer)) return { totalRecords: unknownCount, returnedRecords: answer.length, startOffset: unknownCount, endOffset: unknownCount, results: answer };
  if (!isObject(answer)) return answer;
  if ('0' in answer) return toAddressPage(answer);
  const counts = ['totalRecords', 'returnedRecords', 'startOffset', 'endOffset'].map((name) => [name, toCount(answer[name])] as const);
  return { ...answer, ...Object.fromEntries(counts), results: answer['results'] ?? [] };
}

function toCount(told: unknown): unknown {
  if (told === undefined || told === null) return unknownCount;
  if (typeof told !== 'string' && typeof told !== 'number') return told;
  const text = String(told).trim();
  if (text === '') return unknownCount;
  return /^-?\d{1,15}(?:\.\d*)?$/.test(text) ? Math.trunc(Number(text)) : told;
}

function toAddressPage(answer: Readonly<Record<string, unknown>>): unknown {
  const addresses = Object.entries(answer).filter(([name]) => /^\d{1,15}$/.test(name)).map(([, range]) => range);
  if (!addresses.every((range) => typeof range === 'string')) return answer;
  const { length } = addresses;
  return { totalRecords: length, returnedRecords: length, startOffset: 0, endOffset: length, results: addresses.map((ip) => ({ ip })) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
