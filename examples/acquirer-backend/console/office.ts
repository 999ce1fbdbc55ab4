import type { Context } from 'hono'
import type { createBackend, Documents } from 'terminal-lifecycle/backend'
import type { Clock, Runtime } from 'terminal-lifecycle/runtime'
import type { Person } from '../people.ts'
import { type Page, pageOf } from './layout.ts'
import { type Reader, readerOf } from './reader.ts'

type Backend = Required<
  Pick<
    ReturnType<typeof createBackend>,
    'createDocument' | 'putDocumentContent' | 'submitClosure' | 'submitSuspension' | 'submitReinstatement'
  >
>

export interface Office {
  readonly runtime: Omit<Runtime, 'run' | 'drain'>
  readonly clock: Clock
  /** Where papers and their bytes live: the runtime's own `papers`. */
  readonly documents: Documents
  /** What a portal calls: forms and files that are filed here go the same way. */
  readonly backend: Backend
  /** Told of what no page could be made of. */
  readonly onError: (error: unknown, about: object) => void
  /** Asks the systems what became of an order: `true`, it has ended and the record knows. */
  readonly askAgain: (lifecycleId: string, orderId: string) => Promise<boolean>
}

export type ConsoleEnv = { Variables: { person: Person } }
export type ConsoleContext = Context<ConsoleEnv>

export const readerFor = (context: ConsoleContext, { clock }: Pick<Office, 'clock'>): Reader =>
  readerOf(context, context.get('person'), clock.now())

export const show = async (
  context: ConsoleContext,
  reader: Reader,
  page: Page,
  status: 200 | 404 | 409 | 422 = 200,
) => context.html(pageOf(reader, page) as Promise<string>, status)
