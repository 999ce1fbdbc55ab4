import { setTimeout as pause } from 'node:timers/promises'
import { type Locale, textOf } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Call, OrderKind } from 'terminal-lifecycle/schemas'
import type { Watcher } from '../play.ts'
import { shortText } from './blockers.ts'
import { entryText, isSmallTalk } from './entry-detail.ts'
import { untilText } from './moment.ts'
import { panelText } from './panel.ts'
import type { Screen } from './screen.ts'
import { timelineIn } from './timeline.ts'
import { wordsIn } from './words.ts'

/** Slow enough to follow with the eyes; without a terminal nobody is kept waiting. */
const pace = { entry: 45, wait: 400 } as const

export interface Progress extends Watcher {
  /** An order leaves for the acquirer's systems. */
  leaving(kind: OrderKind, call: Call): void
  /** Takes the panel away; on a terminal the timeline follows, elsewhere it stands there already. */
  finish(): void
}

export interface ProgressOptions {
  readonly now: () => string
  /** The last entry of the journal when this run began; undefined when there was none of the case. */
  readonly resumedAt: number | undefined
}

/**
 * Shows a case while it goes on. On a terminal: the seven obligations, drawn anew; the timeline follows at the end. Elsewhere:
 * the timeline itself, line by line.
 */
export const progressOn = (screen: Screen, locale: Locale, { now, resumedAt }: ProgressOptions): Progress => {
  const { paint, isLive } = screen
  const words = wordsIn(locale)
  const timeline = timelineIn(locale, paint, isLive ? screen.columns : undefined)
  const kept: string[] = []
  let record: LifecycleRecord | undefined
  let isResumed = resumedAt !== undefined

  const tell = (line: string): void => {
    if (isLive) kept.push(line)
    else screen.say(line)
  }
  /** Above the first line that is new. */
  const tellNew = (line: string): void => {
    if (isResumed) tell(`  ${paint('waiting', words.continued(resumedAt ?? 0))}`)
    isResumed = false
    tell(line)
  }
  const draw = (at: string, text: string): void => {
    if (record) screen.show(panelText(record, { at, text }, locale, paint, screen.columns))
  }

  return {
    async entry(entry, latest) {
      record = latest
      const isNew = resumedAt === undefined || entry.seq > resumedAt
      const say = isNew ? tellNew : tell
      if (!isSmallTalk(entry)) say(timeline.entry(entry, latest))
      draw(entry.at, entryText(entry, latest, locale))
      if (isLive && isNew) await pause(pace.entry)
    },
    async refused(step, event, blockers, at) {
      const reasons = words.refused(blockers.map((blocker) => shortText(blocker, locale)).join(' '))
      const name = textOf('event', event.type, locale)
      tellNew(timeline.line(at, step.by, `${name} × ${reasons}`, 'bad'))
      draw(at, `${name} × ${reasons}`)
      if (isLive) await pause(pace.wait)
    },
    async waits(blockers, deadline, latest) {
      record = latest
      const reasons = blockers.map((blocker) => shortText(blocker, locale)).join(' ')
      const text = words.waits(reasons, untilText(now(), deadline.due))
      tellNew(timeline.remark(now(), `… ${text}`))
      draw(now(), text)
      if (isLive) await pause(pace.wait)
    },
    leaving(kind, { attempt, orderedAt }) {
      const again = attempt > 1 ? `, ${words.attempt(attempt)}` : ''
      draw(orderedAt, `→ ${textOf('order', kind, locale)}${again}`)
    },
    finish: () => screen.say(...kept.splice(0)),
  }
}
