import { ClosureRequest, checkClosure, formatIssues, openRecord, parseForm } from 'terminal-lifecycle'
import type { Actor, DocumentRef } from 'terminal-lifecycle/domain'
import type { LifecycleInput } from 'terminal-lifecycle/machine'
import { requestDigest } from 'terminal-lifecycle/schemas'

/** What a portal asks before it sends anything. The same program in Node and in the page, so that only the host differs. */
export const questions = {
  problems: (form: unknown) => {
    const result = parseForm(ClosureRequest, form)
    return result.success ? [] : formatIssues(result.issues, 'zh-CN')
  },
  check: (input: LifecycleInput, at: string, actor: Actor) =>
    checkClosure(openRecord(input, { at }), { at, actor }),
  digest: (form: unknown, documents: readonly DocumentRef[]) =>
    requestDigest(ClosureRequest.parse(form), documents),
}
