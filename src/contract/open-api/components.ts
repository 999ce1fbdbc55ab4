import type * as z from 'zod'
import {
  ClosureRequest,
  Currency,
  Day,
  Digest,
  DocumentRef,
  Facts,
  Instant,
  LifecycleEvent,
  Money,
  NetMoney,
  OrderId,
  Reference,
  ReinstatementRequest,
  SuspensionRequest,
  TerminalId,
} from '../../schemas/index.ts'
import type { Schema } from '../operation.ts'
import { Problem } from '../problem.ts'
import { BlockerView, Details, EventTypeView, OwnerView } from '../views/blocker.ts'
import { WantedPaperView } from '../views/papers.ts'
import { StateView } from '../views/state.ts'
import { Amount, DocumentRefView, NetAmount, Total } from '../wire.ts'

/** Schemas that appear in several places of the document, under the names that generated clients will have for them. */
const shared: Readonly<Record<string, Schema>> = {
  ...{ Currency, Day, Digest, Facts, Instant, OrderId, Reference },
  // Of acquirer, merchant, terminal and device: one grammar in every room.
  Identifier: TerminalId,
  ...{ Amount, NetAmount, Total, Money, NetMoney, DocumentRef, DocumentRefView },
  ...{ BlockerView, Details, EventTypeView, OwnerView, WantedPaperView, Problem, StateView },
  ...{ ClosureRequest, ReinstatementRequest, SuspensionRequest, LifecycleEvent },
}

/** `hold.placed` as `HoldPlaced`, `getTerminal` as `GetTerminal`. */
export const pascal = (text: string): string =>
  text.replaceAll(/(?:^|[._-])([a-z])/g, (_, letter: string) => letter.toUpperCase())

interface Member {
  readonly shape: { readonly type: { readonly value: string } }
}

/** Each event under the name of its type. */
const events = (): readonly (readonly [string, Schema])[] => {
  // Behind what masks a report, a discriminated union of objects, each with its literal type: that is how the door of schemas makes it.
  const { out } = (LifecycleEvent as unknown as z.ZodPipe)._zod.def
  const { options } = out as unknown as { readonly options: readonly (Member & z.ZodType)[] }
  return options.map((event) => [`${pascal(event.shape.type.value)}Event`, event])
}

export const namedSchemas = (): readonly (readonly [string, Schema])[] => [
  ...Object.entries(shared),
  ...events(),
]
