/** tenable-result: Tenable's APIs as typed Results. */

// The error model
export { APIError, ImpersonationError, InvalidInputError, NotFoundError, PasswordComplexityError, PermissionError, RetryError, ServerError, UnknownError, UnsupportedError } from './errors/model/response-errors.js';
export { ConnectionError } from './errors/model/connection-error.js';
export { PackageMissingError, UnexpectedValueError } from './errors/model/local-errors.js';
export { FileDownloadError, TioExportsError, TioExportsTimeout } from './errors/model/job-errors.js';
export { TenableException } from './errors/model/tenable-exception.js';
export { ScanRunError } from './errors/model/scan-run-error.js';
export { isTenableErrorTag, tenableErrorTags } from './errors/model/error-variants.js';
export type { CallError, CallErrorTag, ExportError, LocalError, ResponseError, ResponseErrorTag, TenableError, TenableErrorByTag, TenableErrorTag } from './errors/model/tenable-error.js';
export type { KnownError, KnownErrorByTag, KnownErrorTag } from './errors/model/known-error.js';
export type { OutputFileError, OutputFileReason } from './errors/model/output-file-error.js';
export type { ScanRunFailure } from './errors/model/scan-run-error.js';
export type { ErrorBase, ErrorInit, ErrorVariant } from './errors/model/define-error.js';
export type { ResponseFields } from './errors/model/response-errors.js';
export type { ResponseSnapshot } from './errors/model/response-snapshot.js';
export type { AttemptRecord } from './errors/model/attempt-log.js';
export type { Checkpoint, ExportKind } from './errors/model/checkpoint.js';
export type { ExportFailure, FileFailure, LostChunk } from './errors/model/job-errors.js';
export type { ConnectionFailure, Delivery, ProxyFailure, TlsProblem } from './errors/model/connection-error.js';
export type { PlatformCause } from './errors/model/platform-cause.js';
export type { Defect } from './errors/model/tenable-exception.js';
export type { Issue } from './errors/model/issue.js';
export type { ErrorSummary } from './errors/model/error-summary.js';

// Handling errors
export { matchError, matchErrorPartial } from './errors/model/match-error.js';
export type { ErrorHandlers } from './errors/model/match-error.js';
export { isTag } from './errors/model/is-tag.js';
export { isExportError, isLocalError, isResponseError, toErrorGroup } from './errors/model/error-group.js';
export type { ErrorGroup } from './errors/model/error-group.js';
export { isRetryable } from './errors/model/is-retryable.js';
export { describeError } from './errors/projections/describe-error.js';
export { decodeTenableError, encodeTenableError } from './errors/model/tenable-error-codec.js';
export type { DecodeFailure, EncodedTenableError, Json } from './errors/model/tenable-error-codec.js';
export { decodeResult, decodeResultAs, encodeResult } from './schema/result-codec.js';
export type { EncodedResult } from './schema/result-codec.js';

// Errors in other forms
export { toProblemDetails } from './errors/projections/to-problem-details.js';
export type { ProblemDetails, ProblemExtension, ProblemOptions } from './errors/projections/to-problem-details.js';
export type { ProblemStatus } from './errors/projections/problems.js';
export { toLogRecord } from './errors/projections/to-log-record.js';
export type { LogRecord, LogRecordOptions } from './errors/projections/to-log-record.js';
export { toLogLevel } from './errors/projections/log-level.js';
export type { LogLevel } from './errors/projections/log-level.js';
export { toSpanAttributes } from './errors/projections/to-span-attributes.js';
export type { SpanAttributes } from './errors/projections/to-span-attributes.js';
export { fromThrown, isThrowable, toThrowable } from './errors/projections/throwable.js';
export type { Throwable } from './errors/projections/throwable.js';
export type { Scalar } from './errors/model/keep-scalars.js';

// Classifying answers of your own HTTP
export { fromResponse } from './errors/classification/from-response.js';
export { fromFetchResponse } from './transport/from-fetch-response.js';
export type { FromFetchOptions } from './transport/from-fetch-response.js';
export { createRedactor } from './errors/classification/redact.js';
export type { Redactor } from './errors/classification/redact.js';
export type { ClassifiedError } from './errors/classification/classification-rules.js';
export type { SnapshotInit } from './errors/classification/exchange.js';
export type { Product, RequestContext, SentPassword } from './errors/classification/request-context.js';

// Clients and calls
export { createVmClient } from './clients/vm.js';
export type { VmClient, VmExports, VmScans } from './clients/vm.js';
export { createScClient } from './clients/sc.js';
export type { ScClient, ScConfig } from './clients/sc.js';
export type { ScServer } from './clients/sc-connect.js';
export { createNessusClient } from './clients/nessus.js';
export type { FileExportCall, NessusClient, NessusPolicies, NessusScans } from './clients/nessus.js';
export type { NessusServer } from './clients/nessus-connect.js';
export type { SessionConfig } from './clients/session-plan.js';
export { createVmConnection } from './clients/vm-connection.js';
export type { VmConnection } from './clients/vm-connection.js';
export type { CreateError } from './clients/product-connection.js';
export type { ApiKeyConfig, ClientConfig } from './clients/client-config.js';
export type { Call, CallOf, CallsOf, PagedCall } from './clients/calls.js';
export { execute } from './execute.js';
export { paginate } from './clients/paginate.js';
export type { Pages } from './clients/paginate.js';
export { traverse } from './clients/traverse.js';
export type { TraverseOptions } from './clients/traverse.js';
export type { AskedRequest, RequestCall } from './clients/request.js';
export type { Extra, Query, QueryValue } from './operation/extra.js';
export type { CallOptions } from './call/call-options.js';
export type { ClientHandle, SendError } from './connection/connection.js';

// Operations of your own
export { defineOperation, offsetPaging, rangePaging } from './operation/define-operation.js';
export type { PathParam } from './operation/path.js';
export type { AnyOperation, OffsetPaging, Operation, OperationDefinition, Paging, PathInput, RangePaging, RemovableTag } from './operation/define-operation.js';
export { empty, file, json } from './operation/output.js';
export type { FileDownload, FileNames, OutputForm } from './operation/output.js';
export type { InferError, InferInput, InferOutput } from './operation/infer.js';
export type { Schema } from './schema/schema.js';
export type { NoInput } from './schema/no-input.js';

// Exports
export type { ExportCall } from './export-jobs/export-call.js';
export type { ExportJob } from './export-jobs/export-job.js';
export type { ExportChunk } from './export-jobs/decoded-chunk.js';
export type { ExportJobError } from './export-jobs/export-run.js';
export type { ExportOptions, ResumeOptions } from './export-jobs/export-options.js';
export type { OddRecord } from './export-jobs/export-events.js';
export type { ExportRestart } from './export-jobs/export-events.js';
export type { ExportProgress } from './export-jobs/export-progress.js';
export type { ExportSummary, TakeChunk } from './export-jobs/drain-export.js';
export type { ByteStream, ByteStreamWriter, ChunkTaken, NdjsonChunk, NdjsonDestination } from './export-jobs/ndjson-destination.js';
export type { FileExportOptions } from './file-exports/file-export.js';

// Runs of scans
export type { ScanRunFailed } from './scan-runs/launch-and-wait.js';
export type { ScanRunInput, ScanRunOptions, ScanRunProgress } from './scan-runs/scan-run-options.js';

// Transport
export { createFetchTransport } from './transport/fetch-transport.js';
export type { FetchLike } from './transport/fetch-transport.js';
export type { ByteSource, Transport, TransportRequest, TransportResponse } from './transport/transport.js';
export type { FileContent, Upload, UploadFile } from './internal/upload.js';
export type { OperationUpload } from './operation/define-operation.js';
export type { LimitBySize } from './transport/body-limits.js';
export type { AnswerSize } from './internal/answer-size.js';
export type { TlsOptions, TransportOptions } from './transport/transport-options.js';
export type { ApiKeySource, ApiKeys } from './connection/api-keys.js';
export type { Closable } from './connection/closable.js';
export type { Hooks, RequestEvent, ResponseEvent, RetryEvent, WaitEvent, WarningEvent } from './connection/hooks.js';
export type { RetryPolicy } from './connection/retry.js';
export type { Clock, TimerOptions } from './transport/clock.js';
export type { HttpMethod } from './internal/http-method.js';
export { readMember } from './internal/read-member.js';
export { version } from './internal/version.js';
