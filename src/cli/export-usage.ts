/** What `tenable-result export --help` says. */
export const exportUsage = `Usage: tenable-result export <vulns|assets|assets-v2|compliance|was> --out <file> [options]

Writes the records of a kind to a file, a record a line. Until it is complete the file is <file>.part.

What Tenable leaves out unless it is asked for:
  vulns and was hold findings of the last 30 days alone: --since all asks for all of them
  vulns and was hold findings of licensed assets alone: --include-unlicensed asks for the others, too
  vulns without --since hold no fixed findings: --state asks for them

  --out <file>           where the records go; - is the standard output, and pipes and devices are written as streams
  --since <time>         only what changed since: 30d, 12h, 2026-01-31, or Unix seconds; all for whatever there is
  --include-unlicensed   vulns and was: findings of assets without a license, too
  --severity <words>     vulns and was: info, low, medium, high, critical; several with commas
  --state <words>        vulns, compliance and was: OPEN, REOPENED, FIXED; several with commas
  --filters <json>       any other filters, as Tenable names them: '{"plugin_id":[19506]}'
  --chunk-size <number>  records come in chunks: of so many assets (default: vulns and was 50, assets 1000), or of so many
                         findings (compliance, default: 5000); larger ones make fewer requests
  --resume               go on with an unfinished export of the same, where there is one; without it, that is replaced.
                         One that Tenable has ended or no longer keeps is begun anew
  --concurrency <n>      chunks under way at once, 1 to 32 (default: 4)
  --timeout <time>       the most time for all of it: 90m, 6h (default: 6h)
  --format <word>        ndjson (default) or csv
  --columns <paths>      csv: what the columns are, such as asset.hostname,plugin.id,severity; +name is taken as it is
  --proxy <url>          an http or https proxy; default: HTTPS_PROXY and NO_PROXY
  --ca <file>            certificates of authorities to trust besides, PEM
  --simulator            against an embedded simulator: no account is needed

Keys and address come from TIO_ACCESS_KEY, TIO_SECRET_KEY and TIO_URL. Progress goes to the standard error.
`;
