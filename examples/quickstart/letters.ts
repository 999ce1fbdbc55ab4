import type { Locale } from 'terminal-lifecycle/domain'
import { type LetterSource, lettersOf } from 'terminal-lifecycle/letters'
import type { ReadEntry, Runtime } from 'terminal-lifecycle/runtime'
import type { CaseName } from './cases/names.ts'
import { noticesIn } from './notices.ts'
import type { Options } from './options.ts'
import { asHost } from './people.ts'
import { letterText, noticeText } from './ui/letter.ts'
import type { Screen } from './ui/screen.ts'
import type { Paint } from './ui/style.ts'
import { wordsIn } from './ui/words.ts'

/** Suspended and back, closed with deductions, closed against the merchant's will. */
export const letterCases: readonly CaseName[] = ['reinstatement', 'closure', 'imposed']

/** All that a merchant has got in writing, in the order of its days, from nothing but record and journal. */
export const correspondenceText = async (
  source: LetterSource,
  locale: Locale,
  paint: Paint,
  columns: number,
): Promise<readonly string[]> => {
  const letters = await lettersOf(source, { locale })
  return [
    ...noticesIn(source, locale).map((notice) => ({
      at: notice.at,
      text: noticeText(notice, paint, columns),
    })),
    ...letters.map((letter) => ({ at: letter.issuedAt, text: letterText(letter, paint, columns) })),
  ]
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .flatMap(({ text }) => ['', ...text])
}

const sourceOf = async (runtime: Runtime, lifecycleId: string): Promise<LetterSource | undefined> => {
  const record = await runtime.get(lifecycleId, asHost)
  if (record === undefined) return undefined
  const entries: ReadEntry[] = []
  for await (const entry of runtime.journal(lifecycleId, asHost)) entries.push(entry)
  return { record, entries }
}

/** What the merchant of a case has in hand, read from the store. */
export const showLetters = async (
  runtime: Runtime,
  lifecycleId: string,
  name: CaseName,
  { letters = [] }: Pick<Options, 'letters'>,
  screen: Screen,
): Promise<void> => {
  const source = await sourceOf(runtime, lifecycleId)
  if (source === undefined) return
  const { terminalId, merchantName } = source.record.context.identity
  for (const locale of letters) {
    screen.heading(`━━ ${wordsIn(locale).cases[name]}  ${terminalId} ${merchantName}`)
    screen.say(...(await correspondenceText(source, locale, screen.paint, screen.columns)))
  }
}
