/** Long outputs of invented checks, for exports whose records are as large as real ones. */

/** What a check on files prints for each of them, as it stands in JSON: with quotes and ends of lines. */
const lines = String.raw`  Path              : /opt/example/lib/example-http-1.2.3.jar\n  Installed version : \"1.2.3\"\n  Fixed version     : \"1.2.9\"\n\n`;

/** So many characters that fit into a JSON string. All of them are ASCII. */
export function toOutputFill(length: number): string {
  const fill = lines.repeat(Math.ceil(length / lines.length)).slice(0, length);
  return fill.endsWith('\\') ? `${fill.slice(0, -1)}.` : fill; // an escape must not be cut in two
}
