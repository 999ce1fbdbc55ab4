import type { Problem } from '../contract/index.ts'
import { statusOf } from './problems.ts'

export interface ProblemDetails {
  readonly blockers?: Problem['blockers']
  readonly issues?: Problem['issues']
  readonly offset?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** Ends a request with a problem; never leaves the handler. */
export class ProblemError extends Error {
  readonly code: string
  readonly status: number
  readonly details: ProblemDetails

  constructor(code: string, details: ProblemDetails = {}) {
    super(code)
    this.code = code
    this.status = statusOf(code)
    this.details = details
  }
}
