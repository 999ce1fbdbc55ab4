export type { LazyBody } from './body.ts'
export type { FailureContext, OnError } from './failures.ts'
export { createAcquirerHandler, type HandlerOptions } from './handler.ts'
export type { Carried, Implementation, RequestContext } from './implementation.ts'
export { type ProblemOptions, problemFor } from './problem-for.ts'
export {
  type SignatureFault,
  type SignatureOptions,
  type SignatureReplays,
  type SignatureVerdict,
  type VerificationKey,
  verifySignature,
} from './signature.ts'
