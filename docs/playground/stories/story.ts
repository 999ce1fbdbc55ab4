import type { BlockerCode, EventType } from 'terminal-lifecycle/domain'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import type { OpeningKey } from '../case/openings.ts'
import type { PersonKey } from '../case/people.ts'
import type { Tale } from './builder.ts'

interface Words {
  readonly 'zh-CN': string
  readonly en: string
}

export const topics = ['service', 'application', 'clearing', 'device', 'money', 'ending'] as const
export type Topic = (typeof topics)[number]

/** A case that is worth looking at, opened at the moment that its caption speaks of. */
export interface Story {
  readonly topic: Topic
  readonly title: Words
  /** What is to be seen at its end, and what may be tried there. */
  readonly caption: Words
  readonly opening?: OpeningKey
  readonly tale: Tale
  /** Through whose eyes it is looked at. */
  readonly who: PersonKey
  /** The event whose form is open, or whose blockers are read. */
  readonly look?: EventType
  /** What stands in the form, where it is not what the page would fill in. */
  readonly draft?: LifecycleEvent
  /** What the caption claims. */
  readonly end: {
    /** States that it is in, as in `live.service.suspended.held`. */
    readonly in: readonly string[]
    /** Codes that are wanted now, or are late. */
    readonly wants?: readonly BlockerCode[]
    /** Why `look` is refused to `who`; nothing: it may be sent. */
    readonly refused?: readonly BlockerCode[]
    /** Codes of what was kept although it should not have happened. */
    readonly issues?: readonly string[]
  }
}

export type Stories = Readonly<Record<string, Story>>
