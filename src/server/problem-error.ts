import type { Problem } from '../contract/index.ts'

export interface ProblemDetails {
  readonly blockers?: Problem['blockers']
  readonly issues?: Problem['issues']
  readonly headers?: Readonly<Record<string, string>>
}

/** Ends a request with a problem; never leaves the handler. */
export class ProblemError extends Error {
  readonly code: string
  readonly status: number
  readonly details: ProblemDetails

  constructor(code: string, status: number, details: ProblemDetails = {}) {
    super(code)
    this.code = code
    this.status = status
    this.details = details
  }
}
