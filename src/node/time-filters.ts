/** Filters by which an export is limited to what happened since a time: each a `Date` or Unix seconds. */
export const timeFilters: readonly string[] = [
  'since', 'updated_at', 'indexed_at', 'last_found', 'last_seen', 'last_observed', 'last_fixed', 'last_assessed', 'last_authenticated_scan_time',
  'first_found', 'first_seen', 'first_scan_time', 'created_at', 'resurfaced_date', 'terminated_at', 'deleted_at',
];
