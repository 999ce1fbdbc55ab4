import type { Hono } from 'hono'
import { type EventType, eventTypes, profileOf } from 'terminal-lifecycle/domain'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import { actForm } from './act-form.ts'
import { type Sent, valuesOf } from './act-read.ts'
import { actFields } from './act-schema.ts'
import { addressOfCase, type Case, readCase } from './case.ts'
import { showCase, showNothing } from './case-routes.ts'
import { html } from './html.ts'
import { mayMend } from './mending.ts'
import { type ConsoleEnv, type Office, readerFor, show } from './office.ts'
import { type Reader, say } from './reader.ts'
import { tell, toldPart } from './telling.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const typeIn = (given: string): EventType | undefined => eventTypes.find((type) => type === given)

const sentIn = (form: Readonly<Record<string, unknown>>): Sent =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string'),
    ]),
  )

/** Another form of the same act, or the sentence that it has none. */
const formPage = (
  reader: Reader,
  { record }: Case,
  type: EventType,
  sent: Sent,
  wrong = new Map<string, string>(),
) => {
  const fields = actFields(type)
  const typed = Object.fromEntries(Object.entries(sent).map(([name, [value = '']]) => [name, value]))
  return fields
    ? actForm(reader, { type, record, fields, typed, wrong })
    : html`<h1>${say(reader, 'event', type)}</h1><p>${reader.words.throughApi}</p><p><a href="${addressOfCase(record.lifecycleId)}">${reader.words.back}</a></p>`
}

/** Other acts than decisions: recorded by a form, proposed and confirmed by two, mended by one button. */
export const actRoutes = (app: Hono<ConsoleEnv>, office: Office): void => {
  const { runtime } = office
  const found = (id: string, reader: Reader) => readCase(office, id, reader.person.actor)

  app.get('/t/:id/acts/:event', async (context) => {
    const reader = readerFor(context, office)
    const type = typeIn(context.req.param('event'))
    const one = await found(context.req.param('id'), reader)
    if (!one || !type) return showNothing(context, reader)
    const { item } = profileOf(type)
    const ref = context.req.query('ref')
    const sent: Sent = item && ref ? { [item]: [ref] } : {}
    return show(context, reader, {
      title: say(reader, 'event', type),
      body: formPage(reader, one, type, sent),
    })
  })

  app.post('/t/:id/acts/:event', async (context) => {
    const reader = readerFor(context, office)
    const lifecycleId = context.req.param('id')
    const type = typeIn(context.req.param('event'))
    const one = await found(lifecycleId, reader)
    const fields = type && actFields(type)
    if (!one || !type || !fields) return showNothing(context, reader)
    const form = await context.req.parseBody({ all: true })
    const sent = sentIn(form)
    const act = { type, ...valuesOf(fields, sent, one.record) } as unknown as LifecycleEvent
    const isProposed = profileOf(type).second === 'proposal'
    const event = (isProposed ? { type: 'act.proposed', act } : act) as LifecycleEvent
    const command = {
      lifecycleId,
      event,
      commandId: text(form._commandId),
      expectedVersion: Number(form._version),
    }
    const told = await tell(runtime, reader, command)
    const address = addressOfCase(lifecycleId)
    if (told.outcome === 'recorded') return context.redirect(`${address}?recorded=${event.type}`, 303)
    const now = (await found(lifecycleId, reader)) ?? one
    if (told.outcome !== 'invalid')
      return showCase(context, reader, now, { told: toldPart(reader, told, type), status: 409 })
    const body = formPage(reader, now, type, sent, new Map(told.wrong))
    return show(context, reader, { title: say(reader, 'event', type), body, failed: true }, 422)
  })

  app.post('/t/:id/confirm', async (context) => {
    const reader = readerFor(context, office)
    const lifecycleId = context.req.param('id')
    const one = await found(lifecycleId, reader)
    const form = await context.req.parseBody()
    const event = one?.record.context.proposedActs[text(form.proposal)]?.act
    if (!one || !event) return showNothing(context, reader)
    const command = {
      lifecycleId,
      event,
      commandId: text(form.commandId),
      expectedVersion: Number(form.version),
    }
    const told = await tell(runtime, reader, command)
    if (told.outcome === 'recorded')
      return context.redirect(`${addressOfCase(lifecycleId)}?recorded=${event.type}`, 303)
    return showCase(context, reader, one, { told: toldPart(reader, told, event.type), status: 409 })
  })

  app.post('/t/:id/mend', async (context) => {
    const reader = readerFor(context, office)
    const lifecycleId = context.req.param('id')
    const one = await found(lifecycleId, reader)
    const form = await context.req.parseBody()
    const orderId = text(form.orderId)
    if (!one?.record.context.orders[orderId]) return showNothing(context, reader)
    if (form.mend === 'reconcile') {
      if (!mayMend(reader, 'reconcile')) return showNothing(context, reader)
      const { words } = reader
      // Systems that do not answer have said nothing: then it is as unknown as before.
      const isKnown = await office.askAgain(lifecycleId, orderId).catch((error: unknown) => {
        office.onError(error, { lifecycleId, orderId })
        return false
      })
      const answer = isKnown ? words.nowKnown : words.stillUnknown
      const now = (await found(lifecycleId, reader)) ?? one
      const told = html`<div class="note waits" tabindex="-1" data-focus role="status"><p>${words.asked.replace('{answer}', answer)}</p></div>`
      return showCase(context, reader, now, { told })
    }
    const event: LifecycleEvent = {
      type: form.mend === 'revive' ? 'order.revived' : 'order.repeated',
      orderId,
    }
    const told = await tell(runtime, reader, { lifecycleId, event, commandId: text(form.commandId) })
    if (told.outcome === 'recorded')
      return context.redirect(`${addressOfCase(lifecycleId)}?recorded=${event.type}`, 303)
    return showCase(context, reader, one, { told: toldPart(reader, told, event.type), status: 409 })
  })
}
