import type { Acquirer } from '../acquirer/process.ts'
import type { Options } from '../options.ts'
import { momentText } from './moment.ts'
import type { Paint } from './style.ts'
import { padEnd, widthOf } from './width.ts'
import { wordsIn } from './words.ts'

interface Opening {
  readonly options: Options
  readonly acquirer: Acquirer | undefined
  readonly now: string
  readonly path: string
}

/** What runs, where, and as which process: whoever wants to kill it needs the number. */
export const openingText = ({ options, acquirer, now, path }: Opening, paint: Paint): readonly string[] => {
  const words = wordsIn(options.locale)
  const { labels } = words
  const width = Math.max(...Object.values(labels).map(widthOf))
  const line = (label: string, text: string): string => `  ${paint('quiet', padEnd(label, width))}  ${text}`
  const how = acquirer && words.acquirer[acquirer.found ? 'found' : 'started'](acquirer.pid)
  return [
    `${paint('heading', words.title)}  ${paint('quiet', 'terminal-lifecycle')}`,
    line(labels.process, `${process.pid}  ${paint('quiet', words.killable)}`),
    line(labels.folder, path),
    line(
      labels.acquirer,
      acquirer ? `${acquirer.baseUrl}  ${paint('quiet', how ?? '')}` : words.acquirer.unreachable,
    ),
    ...(options.keys || !acquirer ? [] : [line('', paint('bad', words.acquirer.keyless))]),
    ...(options.held.length === 0
      ? []
      : [line('', paint('waiting', words.holding(options.held.join(words.comma))))]),
    line(labels.clock, words.compressed(momentText(now))),
  ]
}
