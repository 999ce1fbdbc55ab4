import type { DiagramPart } from 'terminal-lifecycle/diagram'
import type { OrderStatus } from 'terminal-lifecycle/schemas'
import type { OpeningKey } from '../case/openings.ts'
import type { Topic } from '../stories/story.ts'

type Counted = (count: number) => string
type Said = (text: string) => string

/** What this page says beside the texts of the library. */
export interface PageWords {
  readonly title: string
  readonly intro: string
  readonly skip: string
  readonly stories: string
  readonly chooseStory: string
  readonly topics: Readonly<Record<Topic, string>>
  readonly ownCase: string
  readonly startFresh: string
  readonly opening: string
  readonly openings: Readonly<Record<OpeningKey, string>>
  readonly share: string
  readonly shared: string
  readonly shareByHand: string
  readonly tooLong: string
  readonly broken: string
  readonly language: string
  readonly theme: string
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>
  readonly undo: string
  readonly redo: string
  readonly toStart: string
  readonly toEnd: string
  readonly step: (at: number, of: number) => string
  readonly isPast: string
  readonly now: string
  readonly canSell: string
  readonly cannotSell: string
  readonly hostOn: Said
  readonly hostOff: Said
  readonly hostUnknown: string
  readonly turns: string
  readonly yourTurn: string
  readonly nothingDue: string
  readonly late: string
  readonly dueBy: Said
  readonly atOnce: string
  readonly later: Counted
  readonly checking: string
  readonly wantedPapers: string
  readonly or: string
  readonly people: string
  readonly acts: string
  readonly onBehalf: string
  readonly canDo: Counted
  readonly cannotDo: Counted
  readonly overdue: string
  readonly why: string
  readonly clearedBy: string
  readonly tell: string
  readonly close: string
  readonly form: string
  readonly json: string
  readonly jsonHelp: string
  readonly jsonBroken: string
  readonly more: Counted
  readonly optional: string
  readonly add: Said
  readonly remove: Said
  readonly leaveOut: string
  readonly choose: string
  readonly yes: string
  readonly no: string
  readonly year: string
  readonly month: string
  readonly day: string
  readonly time: string
  readonly wouldDo: string
  readonly wouldNot: Counted
  readonly problems: string
  readonly errorPrefix: string
  readonly refused: string
  readonly personal: string
  readonly told: Said
  readonly passed: Said
  readonly answered: Said
  readonly clock: string
  readonly itIs: string
  readonly nextClock: string
  readonly hour: string
  readonly dayMore: string
  readonly week: string
  readonly workingDays: string
  readonly noClock: string
  readonly enables: string
  readonly systems: string
  readonly orders: string
  readonly noOrders: string
  readonly done: string
  readonly failed: string
  readonly unknown: string
  readonly all: string
  readonly statuses: Readonly<Record<OrderStatus, string>>
  readonly parked: string
  readonly ended: Counted
  readonly money: string
  readonly charges: string
  readonly deposits: string
  readonly statement: string
  readonly chargeStatuses: Readonly<Record<'raised' | 'disputed' | 'determined', string>>
  readonly open: string
  readonly left: string
  readonly paid: string
  readonly net: string
  readonly agreed: string
  readonly unanswered: string
  readonly noMoney: string
  readonly diagram: string
  readonly parts: Readonly<Record<DiagramPart, string>>
  readonly asList: string
  readonly here: string
  readonly journal: string
  readonly openedAs: string
  readonly timer: string
  readonly from: string
  readonly to: string
  readonly issue: string
  readonly raw: string
  readonly and: string
  readonly colon: string
  /** Between a word and a figure; none in Chinese, where the style sheet sees to it. */
  readonly gap: string
  readonly aside: Said
}
