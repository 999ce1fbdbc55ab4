import { type InputIssue, issueText, safeIssues } from './input-issue.ts'
import { type RequestSummary, requestSummary } from './request-summary.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** The other side answered, but not as the contract says: it is another version, another system, or it is broken. */
export class ProtocolError extends TerminalLifecycleError<'PROTOCOL_ERROR'> {
  override readonly name = 'ProtocolError'
  readonly request: RequestSummary
  /** Where the answer differs; the path of a whole answer that is not JSON is the empty string. */
  readonly issues: readonly InputIssue[]

  constructor({ request, issues }: { request: RequestSummary; issues: readonly InputIssue[] }) {
    const { method, url } = requestSummary(request.method, request.url)
    const safe = safeIssues(issues)
    const [first] = safe
    const where = first === undefined ? 'as a whole' : `at ${issueText(first)}`
    super('PROTOCOL_ERROR', `The answer to ${method} ${url} was not understood ${where}.`)
    this.request = { method, url }
    this.issues = safe
  }
}
