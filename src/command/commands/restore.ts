import { type FindingCode, textOf } from '../../domain/index.ts'
import { type FlawedLife, restoreStore } from '../../runtime/index.ts'
import type { Asked } from '../asked.ts'
import { answer, type End, ends } from '../context.ts'
import type { CommandHost } from '../host.ts'
import { wordsIn } from '../words.ts'

/** Puts a back-up into a folder that has no records yet; killed, it goes on when it is asked again. */
export const restore = async (asked: Asked, host: CommandHost): Promise<End> => {
  const { rest, values, locale } = asked
  const [from] = rest
  if (from === undefined) return ends.misused
  const words = wordsIn(locale)
  const incomplete = values['accept-incomplete'] ? 'accept' : 'refuse'
  const restoring = await host.openRestoring(values.data, from, { incomplete })
  try {
    const result = await restoreStore(restoring.source, restoring.target, {
      clock: { now: () => host.now() },
      flawed: values['from-journal'] ? 'fromJournal' : 'leaveOut',
      onProgress: ({ doing, done }) => host.complain(words.doing(words[doing], done)),
    })
    const files = await restoring.finish()
    for (const file of files) host.complain(`${file} ${words.written}`)
    const found = (code: FindingCode) => `${code} · ${textOf('finding', code, locale)}`
    const line = ({ lifecycleId, did, findings }: FlawedLife) =>
      [lifecycleId, words.did[did], ...findings.map(({ code, detail }) => `${found(code)} · ${detail}`)].join(
        ' · ',
      )
    const { lives, entries, flawed, differing } = result
    answer({ ...asked, host }, { ...result, files }, [
      ...flawed.map(line),
      ...differing.map(({ lifecycleId, code, detail }) => `${lifecycleId} · ${found(code)} · ${detail}`),
      words.restored(lives, entries, flawed.length, differing.length),
    ])
    return flawed.length + differing.length === 0 ? ends.fine : ends.found
  } finally {
    await restoring.close()
  }
}
