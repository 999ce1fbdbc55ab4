import { type Locale, textOf } from 'terminal-lifecycle/domain'
import type { ReadEntry } from 'terminal-lifecycle/runtime'
import type { Document } from 'terminal-lifecycle/schemas'
import { type Folder, readJson, writeJson, writeWhole } from './folder.ts'
import { isSmallTalk } from './ui/entry-detail.ts'
import { dayText, momentText } from './ui/moment.ts'
import { afterwards, type Result, resultTable } from './ui/result.ts'
import { stateText } from './ui/state.ts'
import { timelineIn } from './ui/timeline.ts'
import { wordsIn } from './ui/words.ts'

/** The papers of a case, each kept as soon as it is made: a crash loses none. */
export const papersIn = (folder: Folder) => {
  const index = folder.at('papers.json')
  const all = (): Readonly<Record<string, Document>> => readJson(index) ?? {}
  return {
    keep: (document: Document): void => writeJson(index, { ...all(), [document.id]: document }),
    all: (): readonly Document[] => Object.values(all()),
  }
}

interface Dossier extends Result {
  /** Over the timeline. */
  readonly heading: string
  readonly entries: readonly ReadEntry[]
  readonly documents: readonly Document[]
}

const plain = (_: unknown, text: string): string => text

const readable = ({ record, calls, heading, entries, documents }: Dossier, locale: Locale): string => {
  const words = wordsIn(locale)
  const timeline = timelineIn(locale, plain)
  const { identity } = record.context
  const told = entries.filter((entry) => !isSmallTalk(entry))
  return [
    `# ${identity.terminalId} ${identity.merchantName}: ${stateText(record, locale)}`,
    `${momentText(entries[0]?.at ?? record.at)} – ${momentText(record.at)}`,
    `## ${words.headings.result}`,
    ['```', ...resultTable({ record, calls }, locale), '```'].join('\n'),
    afterwards(record, locale)
      .map((line) => `- ${line}`)
      .join('\n'),
    `## ${heading}`,
    ['```', ...told.map((entry) => timeline.entry(entry, record).trim()), '```'].join('\n'),
    `## documents.json`,
    documents
      .map(({ id, type, issuedAt }) => `- ${id}: ${textOf('document', type, locale)}, ${dayText(issuedAt)}`)
      .join('\n'),
    '',
  ].join('\n\n')
}

/** Writes the whole case down for people who have no terminal-lifecycle: the record, its journal, the papers, a page to read. */
export const writeDossier = (folder: Folder, dossier: Dossier, locale: Locale): string => {
  const { record, entries, documents } = dossier
  writeJson(folder.at('dossier', 'record.json'), record)
  writeWhole(
    folder.at('dossier', 'journal.jsonl'),
    entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  )
  writeJson(folder.at('dossier', 'documents.json'), documents)
  writeWhole(folder.at('dossier', 'case.md'), readable(dossier, locale))
  return folder.at('dossier')
}
