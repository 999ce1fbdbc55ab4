import type { Hono } from 'hono'
import { attachment } from 'terminal-lifecycle/contract'
import { waysOf } from './acts-part.ts'
import { readCase } from './case.ts'
import { showNothing } from './case-routes.ts'
import { type ConsoleEnv, type Office, readerFor, show } from './office.ts'
import { paperPage } from './papers.ts'
import { say } from './reader.ts'

/** Shown in place under the name that its sender gave it; RFC 6266 names both the same way. */
const inline = (name: string): string => attachment(name).replace(/^attachment/, 'inline')

/** A paper of a case, and the bytes of its scans, for whoever may read the case and nobody else. */
export const paperRoutes = (app: Hono<ConsoleEnv>, office: Office): void => {
  app.get('/t/:id/papers/:paper', async (context) => {
    const reader = readerFor(context, office)
    const found = await readCase(office, context.req.param('id'), reader.person.actor)
    const id = context.req.param('paper')
    const { documents = {} } = found?.record.context ?? {}
    const paper = Object.hasOwn(documents, id) ? documents[id] : undefined
    if (!found || !paper) return showNothing(context, reader)
    const title = `${say(reader, 'document', paper.type)} · ${found.record.context.identity.terminalId}`
    return show(context, reader, { title, body: paperPage(reader, found, paper, waysOf(found)) })
  })

  app.get('/t/:id/papers/:paper/scans/:scan', async (context) => {
    const reader = readerFor(context, office)
    const found = await readCase(office, context.req.param('id'), reader.person.actor)
    const scans = found?.seen.get(context.req.param('paper'))?.scans ?? []
    const scan = scans.find(({ documentId }) => documentId === context.req.param('scan'))
    if (!scan) return showNothing(context, reader)
    const { documentId, mediaType, name } = scan
    const bytes = await office.documents.content(documentId)
    return context.body(bytes, 200, {
      'content-type': mediaType,
      'content-disposition': context.req.query('as') === 'download' ? attachment(name) : inline(name),
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  })
}
