import type { EventType } from 'terminal-lifecycle/domain'
import { describe, isTerminalLifecycleError } from 'terminal-lifecycle/errors'
import type { ActForm } from './act-form.ts'
import type { Sent } from './act-read.ts'
import { type Process, reasonsFor } from './application-fields.ts'
import { applicationPage, firstAnswers, reasonPage } from './application-page.ts'
import { askedIn, type Filed, type Given, readApplication } from './application-read.ts'
import { addressOfCase, type Case, onBehalfOfMerchant } from './case.ts'
import { showCase } from './case-routes.ts'
import { type ConsoleContext, type Office, show } from './office.ts'
import { type Reader, say } from './reader.ts'
import { type Told, toldPart } from './telling.ts'

interface About {
  readonly type: EventType
  readonly process: Process
  readonly found: Case
}

const formOf = (
  { type, found }: About,
  sent: Sent,
  wrong: ReadonlyMap<string, string> = new Map(),
): ActForm => ({
  ...{ type, record: found.record, fields: [], sent, wrong },
})

/** The page on which an application is filed on behalf of its merchant. */
export const showApplication = async (
  context: ConsoleContext,
  office: Office,
  reader: Reader,
  about: About,
) => {
  const { process, found, type } = about
  const { record, lifecycleId } = found
  const title = say(reader, 'event', type)
  const given = context.req.query('reason')
  const reason =
    process === 'reinstatement' ? undefined : reasonsFor(process, record).find((one) => one === given)
  if (process !== 'reinstatement' && reason === undefined) {
    const wrong = new Map(given === undefined ? [] : [['reason', reader.words.chooseOne]])
    const body = reasonPage(reader, found, formOf(about, {}, wrong), process)
    return show(context, reader, { title, body, failed: wrong.size > 0 })
  }
  const { actor } = reader.person
  const procedure = await office.runtime.procedure(lifecycleId, { process, actor })
  const sent = firstAnswers({ process, record }, { reason, procedure })
  const asked = askedIn(process, record, sent)
  const body = applicationPage(reader, found, formOf(about, sent), { asked, kept: new Map() })
  return show(context, reader, { title, body })
}

/** Files it as a portal would, in the name of whoever sits at the desk: somebody else decides. */
const submit = async (
  office: Office,
  reader: Reader,
  { process, found: { lifecycleId } }: About,
  { request, sent }: { readonly request: NonNullable<Filed['request']>; readonly sent: Sent },
): Promise<Told> => {
  const { submitClosure, submitSuspension, submitReinstatement } = office.backend
  const submits = { closure: submitClosure, suspension: submitSuspension, reinstatement: submitReinstatement }
  const context = {
    actor: onBehalfOfMerchant(reader.person.actor),
    idempotencyKey: sent._commandId?.[0] ?? '',
    expectedVersion: undefined,
    traceId: (sent._commandId?.[0] ?? '').replaceAll('-', ''),
    signal: AbortSignal.timeout(30_000),
  }
  try {
    const send = submits[process] as (input: never, about: typeof context) => Promise<unknown>
    await send({ ...request, lifecycleId } as never, context)
    return { outcome: 'recorded' }
  } catch (error) {
    if (!isTerminalLifecycleError(error)) throw error
    if (error.code !== 'REFUSED') throw error
    const { blockers } = error as { readonly blockers?: Extract<Told, { outcome: 'refused' }>['blockers'] }
    if (blockers && blockers.length > 0) return { outcome: 'refused', blockers }
    return { outcome: 'invalid', wrong: new Map([['', describe(error, reader.locale).text]]) }
  }
}

export const fileApplication = async (
  context: ConsoleContext,
  office: Office,
  reader: Reader,
  { about, given }: { readonly about: About; readonly given: Given },
) => {
  const { process, found, type } = about
  const asked = askedIn(process, found.record, given.sent)
  const { request, wrong, kept } = await readApplication(office, reader, asked, given)
  if (!request) {
    const body = applicationPage(reader, found, formOf(about, given.sent, wrong), { asked, kept })
    return show(context, reader, { title: say(reader, 'event', type), body, failed: true }, 422)
  }
  const told = await submit(office, reader, about, { request, sent: given.sent })
  if (told.outcome === 'recorded')
    return context.redirect(`${addressOfCase(found.lifecycleId)}?recorded=${type}`, 303)
  return showCase(context, reader, found, { told: toldPart(reader, told, type), status: 409 })
}
