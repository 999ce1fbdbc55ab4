import type { Locale } from 'terminal-lifecycle/domain'
import type { Reader } from '../../examples/acquirer-backend/console/reader.ts'
import { wordsIn } from '../../examples/acquirer-backend/console/words.ts'
import { people } from '../../examples/acquirer-backend/people.ts'

export const now = '2026-03-16T10:00:00+08:00'

/** Somebody who looks at a page, on a Monday in March. */
export const readerAs = (who: keyof typeof people, locale: Locale = 'en'): Reader => ({
  person: people[who],
  locale,
  theme: undefined,
  keys: true,
  words: wordsIn(locale),
  now,
  path: '/console',
})
