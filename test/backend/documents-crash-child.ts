import { writeSync } from 'node:fs'
import { sqliteDocuments } from '../../src/backend/sqlite.ts'
import { announcementOf, at } from './papers.ts'
import { pictureOf } from './pictures.ts'

// Sends piece after piece until it is killed. Each line says what was acknowledged before it was printed.
const [path = '', round = ''] = process.argv.slice(2)
const documents = sqliteDocuments(path)

for (let n = 0; ; n += 1) {
  const documentId = `doc-${round}-${n}`
  const owner = { acquirerId: 'acq-1', role: 'merchant', organisationId: documentId } as const
  const content = pictureOf(60_000 + n)
  const differs = { documentId, owner, type: 'business_licence', mediaType: 'image/png' } as const
  await documents.announce(announcementOf(content, differs), at)
  for (let from = 0; from < content.length; from += 7_000) {
    const { received } = await documents.append(
      documentId,
      { from, bytes: content.slice(from, from + 7_000) },
      at,
    )
    writeSync(1, `${documentId} ${n} ${received}\n`)
  }
}
