import { type Locale, textOf } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { momentText } from './moment.ts'
import { type RegionState, regionsOf, stateText } from './state.ts'
import type { Meaning, Paint } from './style.ts'
import { cut, padEnd, widthOf } from './width.ts'

const marks: Readonly<Record<RegionState, { mark: string; meaning: Meaning }>> = {
  ahead: { mark: '·', meaning: 'quiet' },
  open: { mark: '○', meaning: 'waiting' },
  done: { mark: '●', meaning: 'good' },
}

export interface Doing {
  readonly at: string
  readonly text: string
}

/** The case as it stands: its state, the seven obligations, and what is being done or waited for. */
export const panelText = (
  record: LifecycleRecord,
  { at, text }: Doing,
  locale: Locale,
  paint: Paint,
  columns: number,
): readonly string[] => {
  const regions = regionsOf(record)
  const width = Math.max(...regions.map(([region]) => widthOf(textOf('state', region, locale))))
  const { terminalId, merchantName } = record.context.identity
  return [
    `  ${paint('strong', `${terminalId} ${merchantName}`)}  ${stateText(record, locale)}`,
    ...regions.map(([region, state]) => {
      const { mark, meaning } = marks[state]
      const name = padEnd(textOf('state', region, locale), width)
      const words = state === 'ahead' ? '' : textOf('state', `${region}.${state}`, locale)
      return `  ${paint(meaning, mark)} ${name}  ${paint(meaning, words)}`
    }),
    `  ${paint('quiet', momentText(at))}  ${cut(text, columns - 22)}`,
  ]
}
