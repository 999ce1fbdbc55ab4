import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type EventType, eventTypes, profileOf } from 'terminal-lifecycle/domain'
import { documentLimits, type LifecycleEvent } from 'terminal-lifecycle/schemas'
import { actForm } from './act-form.ts'
import { closedUp, type Sent, valuesOf } from './act-read.ts'
import { actFields } from './act-schema.ts'
import { processIn } from './application-fields.ts'
import { fileApplication, showApplication } from './application-routes.ts'
import { addressOfCase, type Case, readCase } from './case.ts'
import { showCase, showNothing } from './case-routes.ts'
import { html } from './html.ts'
import { mayMend } from './mending.ts'
import { type ConsoleEnv, type Office, readerFor, show } from './office.ts'
import { isPaperAct, recordPaperAct, showPaperAct } from './paper-act-routes.ts'
import { type Reader, say } from './reader.ts'
import { tell, toldPart } from './telling.ts'

/** An application with all its papers, and its words. */
const largestForm = documentLimits.openBytes + 1024 ** 2

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const typeIn = (given: string): EventType | undefined => eventTypes.find((type) => type === given)

const sentIn = (form: Readonly<Record<string, unknown>>): Sent =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string'),
    ]),
  )

const filesIn = (form: Readonly<Record<string, unknown>>): Readonly<Record<string, File | undefined>> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const file = [value].flat().find((one) => one instanceof File)
      return file ? [[name, file]] : []
    }),
  )

/** What has to come back with a device was written down when it went out: its inspector counts it. */
const firstSent = (type: EventType, { record }: Case, ref: string | undefined): Sent => {
  const { item } = profileOf(type)
  const named: Sent = item && ref ? { [item]: [ref] } : {}
  if (type !== 'device.inspected') return named
  const { devices } = record.context
  const [only, ...others] = Object.values(devices)
  const device = (ref !== undefined && devices[ref]) || (others.length === 0 ? only : undefined)
  const rows = (device?.accessories ?? []).flatMap(({ name, count }, place) => [
    [`accessories.${place}.name`, [name]],
    [`accessories.${place}.expected`, [String(count)]],
  ])
  return { ...(device && { serial: [device.serial] }), ...named, ...Object.fromEntries(rows) }
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
    const process = processIn(type)
    if (process) return showApplication(context, office, reader, { type, process, found: one })
    if (isPaperAct(type)) return showPaperAct(context, reader, one, type)
    const fields = actFields(type)
    if (!fields) return showNothing(context, reader)
    const sent = firstSent(type, one, context.req.query('ref'))
    const form = { type, record: one.record, fields, sent, wrong: new Map<string, string>() }
    return show(context, reader, { title: say(reader, 'event', type), body: actForm(reader, form) })
  })

  app.post('/t/:id/acts/:event', bodyLimit({ maxSize: largestForm }), async (context) => {
    const reader = readerFor(context, office)
    const lifecycleId = context.req.param('id')
    const type = typeIn(context.req.param('event'))
    const one = await found(lifecycleId, reader)
    if (!one || !type) return showNothing(context, reader)
    const body = await context.req.parseBody({ all: true })
    const given = { sent: sentIn(body), files: filesIn(body) }
    const process = processIn(type)
    if (process)
      return fileApplication(context, office, reader, { about: { type, process, found: one }, given })
    if (isPaperAct(type)) return recordPaperAct(context, office, reader, { found: one, type, given })
    const fields = actFields(type)
    if (!fields) return showNothing(context, reader)
    const sent = closedUp(fields, given.sent)
    const act = { type, ...valuesOf(fields, sent, one.record) } as unknown as LifecycleEvent
    const isProposed = profileOf(type).second === 'proposal'
    const event = (isProposed ? { type: 'act.proposed', act } : act) as LifecycleEvent
    const command = {
      lifecycleId,
      event,
      commandId: text(body._commandId),
      expectedVersion: Number(body._version),
    }
    const told = await tell(runtime, reader, command)
    const address = addressOfCase(lifecycleId)
    if (told.outcome === 'recorded') return context.redirect(`${address}?recorded=${event.type}`, 303)
    const now = (await found(lifecycleId, reader)) ?? one
    if (told.outcome !== 'invalid')
      return showCase(context, reader, now, { told: toldPart(reader, told, type), status: 409 })
    const form = { type, record: now.record, fields, sent, wrong: told.wrong }
    const page = { title: say(reader, 'event', type), body: actForm(reader, form), failed: true }
    return show(context, reader, page, 422)
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
