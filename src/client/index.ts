// The client

// Documents
export type {
  AcquirerClient,
  BlobLike,
  CallOptions,
  LostWrite,
  PollOptions,
  Reconciled,
  Uploaded,
  UploadOptions,
  UploadSource,
} from '../contract/index.ts'
export { allPages, type Pages, type PagesOptions } from './all-pages.ts'
// Who is calling
export { type Auth, bearer, type OutgoingBytes } from './auth.ts'
export { createAcquirerClient } from './client.ts'
export type { ClientEnvironment } from './environment.ts'
export type { MappedCall, MappedRequest, Mapping, Mappings } from './mappings.ts'
export type {
  AcquirerClientOptions,
  AttemptInfo,
  ClientHooks,
  Dialect,
  Fetch,
  RawAnswer,
  RetryOptions,
  TimeoutOptions,
} from './options.ts'
export { Secret } from './secret.ts'
// The orders of the machine
export { type AcquirerServicesOptions, acquirerServices } from './services.ts'
export { type HmacOptions, hmac, type SignBytes, type SigningOptions, signing } from './signing.ts'
export type { Transport, TransportAnswer, TransportRequest } from './transport.ts'
export { type Uploads, uploadDocument } from './upload.ts'
