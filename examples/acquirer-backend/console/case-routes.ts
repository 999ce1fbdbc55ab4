import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { RejectionCode } from 'terminal-lifecycle/domain'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import { addressOfCase, type Case, readCase } from './case.ts'
import { casePage } from './case-page.ts'
import { type Answered, type Decision, decidable, decideForm, decisions } from './decide.ts'
import { type Html, html } from './html.ts'
import { type ConsoleContext, type ConsoleEnv, type Office, readerFor, show } from './office.ts'
import type { Reader } from './reader.ts'
import { nothingPage } from './small-pages.ts'
import { recordedPart, tell, toldPart } from './telling.ts'

const betweenLooks = 500

export const showNothing = (context: ConsoleContext, reader: Reader) => {
  const title = reader.words.noSuchCase
  return show(context, reader, { title, body: nothingPage(reader, title) }, 404)
}

export const showCase = (
  context: ConsoleContext,
  reader: Reader,
  found: Case,
  { told, status = 200 }: { told?: Html | undefined; status?: 200 | 409 } = {},
) => {
  const { terminalId, merchantName } = found.record.context.identity
  return show(
    context,
    reader,
    {
      title: `${terminalId} · ${merchantName}`,
      body: casePage(reader, found, told),
      follow: { path: addressOfCase(found.lifecycleId), version: found.record.version },
      failed: status !== 200,
    },
    status,
  )
}

const decisionIn = (given: unknown): Decision | undefined => decisions.find((known) => known === given)

/** A decision as a page of its own: before it is sent, or with what came back. */
const showDecision = (
  context: ConsoleContext,
  reader: Reader,
  found: Case,
  { decision, answered, told }: { decision: Decision; answered?: Answered; told?: Html },
) => {
  const { terminalId } = found.record.context.identity
  const page = {
    title: `${reader.words[decision]} · ${terminalId}`,
    body: html`${told ?? ''}${decideForm(reader, found, decision, { heading: 'h1', answered })}`,
    failed: answered !== undefined,
  }
  return show(context, reader, page, answered === undefined ? 200 : told ? 409 : 422)
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** What a decision says in words is asked for before it is sent: without it there is nothing that the merchant could read. */
const lackingIn = ({ words }: Reader, sent: Answered['sent']): ReadonlyMap<string, string> => {
  if (sent.decision === 'ask' && !sent.items) return new Map([['items', words.itemsMissing]])
  if (sent.decision === 'refuse' && !sent.reason) return new Map([['reason', words.reasonMissing]])
  return new Map()
}

/** A line of what is missing has no field of its own. */
const atItsField = (wrong: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...wrong].map(([path, message]) => [path.split('.')[0] ?? path, message]))

/** The event of a decision, from its form; papers count as read only where the reviewer says so. */
const decisionEvent = (form: Readonly<Record<string, unknown>>, { record }: Case): LifecycleEvent => {
  const applicationId = text(form.applicationId)
  if (form.decision === 'approve') {
    const documents = record.context.application?.documents ?? []
    const checked = documents.map((paper) => ({ documentId: paper.id, digest: paper.digest }))
    const digest = text(form.digest)
    return { type: 'review.approved', applicationId, digest, ...(form.vouch === 'yes' && { checked }) }
  }
  if (form.decision === 'ask') {
    const items = text(form.items)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return { type: 'review.informationRequested', applicationId, items }
  }
  const [code, reason] = [text(form.code) as RejectionCode, text(form.reason)]
  return { type: 'review.rejected', applicationId, code, reason, resubmittable: form.resubmittable === 'yes' }
}

/** The page of a case, what is decided on it, and the stream of its changes. */
export const caseRoutes = (app: Hono<ConsoleEnv>, office: Office): void => {
  const { runtime } = office

  app.get('/t/:id', async (context) => {
    const reader = readerFor(context, office)
    const found = await readCase(
      office,
      context.req.param('id'),
      reader.person.actor,
      context.req.query('all') === 'yes',
    )
    if (!found) return showNothing(context, reader)
    const done = context.req.query('recorded')
    return showCase(context, reader, found, { told: done ? recordedPart(reader, done) : undefined })
  })

  app.get('/t/:id/decide/:decision', async (context) => {
    const reader = readerFor(context, office)
    const decision = decisionIn(context.req.param('decision'))
    const found = await readCase(office, context.req.param('id'), reader.person.actor)
    return found && decision
      ? showDecision(context, reader, found, { decision })
      : showNothing(context, reader)
  })

  app.post('/t/:id/decisions', async (context) => {
    const reader = readerFor(context, office)
    const lifecycleId = context.req.param('id')
    const { actor } = reader.person
    const form = await context.req.parseBody()
    const found = await readCase(office, lifecycleId, actor)
    if (!found) return showNothing(context, reader)
    const decision = decisionIn(form.decision)
    const sent = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, text(value)]))
    const lacking = lackingIn(reader, sent)
    if (decision && lacking.size > 0 && decidable(found))
      return showDecision(context, reader, found, { decision, answered: { sent, wrong: lacking } })
    const event = decisionEvent(form, found)
    const told = await tell(runtime, reader, {
      ...{ lifecycleId, event, commandId: text(form.commandId) },
      expectedVersion: Number(form.version),
    })
    if (told.outcome === 'recorded')
      return context.redirect(`${addressOfCase(lifecycleId)}?recorded=${event.type}`, 303)
    const now = (await readCase(office, lifecycleId, actor)) ?? found
    if (told.outcome === 'invalid' && decision && decidable(now))
      return showDecision(context, reader, now, {
        decision,
        answered: { sent, wrong: atItsField(told.wrong) },
      })
    const why = toldPart(reader, told, event.type)
    // What was typed is there still, if the application still waits for it.
    return (decision === 'ask' || decision === 'refuse') && decidable(now)
      ? showDecision(context, reader, now, { decision, answered: { sent, wrong: new Map() }, told: why })
      : showCase(context, reader, now, { told: why, status: 409 })
  })

  // Tells an open page that its case has moved on, whoever moved it and in whatever process.
  app.get('/t/:id/changes', async (context) => {
    const { actor } = context.get('person')
    const lifecycleId = context.req.param('id')
    return streamSSE(context, async (stream) => {
      let told = -1
      while (!stream.aborted && !stream.closed) {
        const record = await runtime.get(lifecycleId, { actor })
        if (!record) return
        if (record.version !== told) await stream.writeSSE({ data: String(record.version) })
        told = record.version
        await stream.sleep(betweenLooks)
      }
    })
  })
}
