import { readFile } from 'node:fs/promises'
import type { AcquirerClient } from 'terminal-lifecycle'
import type { DocumentRef } from 'terminal-lifecycle/schemas'

/** A file that comes with every application of the batch, and what it says. */
export interface Paper {
  readonly type: DocumentRef['type']
  readonly file: string
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png'
  readonly facts: NonNullable<DocumentRef['facts']>
}

/** Uploads each paper once for the whole batch, in whatever run: its key is made of batch and place. */
export const uploadAll = async (
  portal: AcquirerClient,
  batch: string,
  papers: readonly Paper[],
): Promise<readonly DocumentRef[]> => {
  const references: DocumentRef[] = []
  for (const [place, { type, file, mediaType, facts }] of papers.entries()) {
    const content = new Blob([await readFile(file)])
    const idempotencyKey = `${batch}.paper.${place}`
    const { reference } = await portal.uploadDocument({ type, mediaType, content, facts }, { idempotencyKey })
    references.push(reference)
  }
  return references
}
