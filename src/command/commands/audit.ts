import { answer, type Command, ends, unknownLife } from '../context.ts'
import { findingText } from '../findings.ts'

/** Holds everything stored against everything else that is stored. */
export const audit: Command = async (context) => {
  const { runtime, home, rest, words, locale } = context
  const [lifecycleId] = rest
  if (lifecycleId !== undefined && !(await home.store.has(lifecycleId)))
    return unknownLife(context, lifecycleId)
  const findings = await runtime.audit(lifecycleId === undefined ? {} : { lifecycleId })
  const lines = findings.map((finding) => `${finding.lifecycleId} · ${findingText(finding, locale)}`)
  answer(context, findings, lines.length === 0 ? [words.nothing] : lines)
  return findings.length === 0 ? ends.fine : ends.found
}
