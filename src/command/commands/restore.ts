import { type FlawedLife, restoreStore } from '../../runtime/index.ts'
import type { Asked } from '../asked.ts'
import { answer, type End, ends } from '../context.ts'
import { findingText } from '../findings.ts'
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
    const line = ({ lifecycleId, did, findings }: FlawedLife) =>
      [lifecycleId, words.did[did], ...findings.map((finding) => findingText(finding, locale))].join(' · ')
    const { lives, leftOut, entries, flawed, differing } = result
    answer({ ...asked, host }, { ...result, files }, [
      ...flawed.map(line),
      ...differing.map((finding) => `${finding.lifecycleId} · ${findingText(finding, locale)}`),
      words.restored({ lives, leftOut, entries, flawed: flawed.length, differing: differing.length }),
    ])
    return flawed.length + differing.length === 0 ? ends.fine : ends.found
  } finally {
    await restoring.close()
  }
}
