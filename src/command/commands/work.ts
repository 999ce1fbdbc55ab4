import { type Duty, duties, textOf } from '../../domain/index.ts'
import { answer, type Command, ends, operator } from '../context.ts'
import { turnText, whenText } from '../lines.ts'

const isDuty = (text: string): text is Duty => (duties as readonly string[]).includes(text)

/** What is to be done, over all lives, by due instant. */
export const work: Command = async (context) => {
  const { runtime, values, words, locale, host } = context
  const { duty, overdue, limit } = values
  if (duty !== undefined && !isDuty(duty)) return ends.misused
  const { items, next } = await runtime.work(
    {
      limit: Number(limit),
      ...(duty !== undefined && { duty }),
      ...(overdue && { dueBefore: host.now() }),
    },
    { actor: operator },
  )
  const lines = items.map(({ due, code, ref, lifecycleId, terminalId, owner, duties: theirs }) =>
    [
      due === null ? '-' : whenText(due, locale),
      code,
      `${textOf('blocker', code, locale)}${ref === null ? '' : ` (${ref})`}`,
      turnText({ owner, duties: theirs }, context),
      `${terminalId} ${lifecycleId}`,
    ].join(' · '),
  )
  answer(context, { items, more: next !== null }, lines.length === 0 ? [words.nothing] : lines)
  if (next !== null && !values.json) host.complain(words.more)
  return ends.fine
}
