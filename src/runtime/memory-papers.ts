import { type DocumentRef, type Facts, misfitIn } from '../domain/index.ts'
import { InvalidInputError } from '../errors/index.ts'
import { type Document, documentRef } from '../schemas/index.ts'
import type { KnownPaper, PaperKey, Papers } from './papers.ts'

/** Papers that this process knows. */
export interface MemoryPapers extends Papers {
  /** Takes in a paper as data: its facts are read off it, and nobody has checked them yet. Gives what events carry of it. */
  put(document: Document): Promise<DocumentRef>
  /**
   * Somebody has seen that the paper says this; also one that came as a scan.
   *
   * @throws InvalidInputError for a fact that papers of this type do not have.
   */
  check(paper: PaperKey, facts: Facts): void
}

const keyOf = ({ type, digest }: PaperKey) => `${type} ${digest}`

/**
 * Keeps what is known of papers in this process: for tests, scripts and demonstrations.
 *
 * @example
 * const papers = memoryPapers()
 * const runtime = createRuntime({ store, services, papers })
 * const licence = await papers.put(document) // known, and unchecked
 * papers.check(licence, { validTo: '2031-12-31T23:59:59+08:00' }) // somebody at the desk has seen it
 */
export function memoryPapers(): MemoryPapers {
  const known = new Map<string, KnownPaper>()
  return {
    async facts(paper) {
      const found = known.get(keyOf(paper))
      return found && { ...found, facts: { ...found.facts } }
    },
    async put(document) {
      const reference = await documentRef(document)
      const key = keyOf(reference)
      // the same bytes again take nothing back that somebody has seen
      if (!known.has(key)) known.set(key, { facts: { ...reference.facts }, checked: false })
      return reference
    },
    check(paper, facts) {
      const misfit = misfitIn(paper.type, facts)
      if (misfit !== undefined)
        throw new InvalidInputError({ issues: [{ path: `/facts/${misfit}`, code: 'FACT_UNKNOWN' }] })
      known.set(keyOf(paper), { facts: { ...facts }, checked: true })
    },
  }
}
