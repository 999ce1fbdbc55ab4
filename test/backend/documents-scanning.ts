import { expect } from 'vitest'
import type { Scan, ScannedDocument } from '../../src/backend/index.ts'
import type { DocumentsCase } from './documents-conformance.ts'
import { at, later, proofBytes, sent, sha256 } from './papers.ts'

const bytes = proofBytes()

/** Answers in this order, and then clean. */
const scanner = (...verdicts: (Awaited<ReturnType<Scan>> | Error)[]) => {
  const asked: { about: ScannedDocument; digest: string }[] = []
  const scan: Scan = async (content, about) => {
    asked.push({ about, digest: sha256(content) })
    const verdict = verdicts.shift() ?? 'clean'
    if (verdict instanceof Error) throw verdict
    return verdict
  }
  return { asked, options: { scan } }
}

type Verdict = Awaited<ReturnType<Scan>>

/** Answers the next question when it is told to. */
const waiting = () => {
  const asked: ((verdict: Verdict) => void)[] = []
  const scan: Scan = () => new Promise((resolve) => asked.push(resolve))
  const answer = async (verdict: Verdict) => {
    await expect.poll(() => asked).not.toEqual([])
    asked.shift()?.(verdict)
  }
  return { asked, answer, options: { scan } }
}

/** Made for each home anew, because a scanner remembers what it was asked. */
export const scanningCases = (): readonly DocumentsCase[] => {
  const clean = scanner('clean')
  const infected = scanner('infected')
  const slow = scanner('later', new Error('down'), 'later', 'clean')
  const bad = scanner('later', 'infected')
  const [purged, twice] = [waiting(), waiting()]

  return [
    {
      name: 'asks the scanner about the bytes, and lets a clean document be used',
      options: clean.options,
      run: async (documents) => {
        expect(await sent(documents, bytes)).toMatchObject({ status: 'usable' })
        expect(clean.asked).toEqual([
          {
            about: {
              ...{ documentId: 'doc-a', type: 'payment_proof', mediaType: 'application/json' },
              ...{ digest: sha256(bytes), size: bytes.length },
            },
            digest: sha256(bytes),
          },
        ])
      },
    },
    {
      name: 'refuses what is infected, and keeps no byte of it',
      options: infected.options,
      run: async (documents) => {
        await expect(sent(documents, bytes)).rejects.toMatchObject({ refusal: 'INFECTED' })
        expect(await documents.state('doc-a', at)).toMatchObject({ status: 'refused', received: 0 })
        await expect(documents.content('doc-a')).rejects.toMatchObject({ refusal: 'INFECTED' })
      },
    },
    {
      name: 'gives no bytes while the scanner has not judged, and asks it again',
      options: slow.options,
      run: async (documents) => {
        expect(await sent(documents, bytes)).toMatchObject({ status: 'scanning', received: bytes.length })
        await expect(documents.content('doc-a')).rejects.toMatchObject({ refusal: 'DOCUMENT_NOT_READY' })
        expect(await documents.facts({ type: 'payment_proof', digest: sha256(bytes) })).toBeUndefined()
        expect(await documents.scanAgain(at)).toBe(1)
        expect(await documents.scanAgain(at)).toBe(1)
        expect(await documents.scanAgain(later(1))).toBe(0)
        expect(await documents.state('doc-a', at)).toMatchObject({ status: 'usable', settledAt: later(1) })
        expect(await documents.content('doc-a')).toEqual(bytes)
      },
    },
    {
      name: 'refuses what turns out to be infected later',
      options: bad.options,
      run: async (documents) => {
        await sent(documents, bytes)
        expect(await documents.scanAgain(at)).toBe(0)
        expect(await documents.state('doc-a', at)).toMatchObject({ status: 'refused', code: 'INFECTED' })
      },
    },
    {
      name: 'leaves purged what was purged while the scanner looked at it',
      options: purged.options,
      run: async (documents) => {
        const sending = sent(documents, bytes).catch((error: unknown) => error)
        await expect.poll(() => purged.asked).toHaveLength(1)
        await documents.forget('doc-a', later(1))
        await purged.answer('clean')
        expect(await sending).toMatchObject({ refusal: 'DOCUMENT_PURGED' })
        expect(await documents.state('doc-a', at)).toMatchObject({ status: 'purged', received: 0 })
        await expect(documents.content('doc-a')).rejects.toMatchObject({ refusal: 'DOCUMENT_PURGED' })
      },
    },
    {
      name: 'keeps the verdict that came first where two were asked for',
      options: twice.options,
      run: async (documents) => {
        const sending = sent(documents, bytes)
        await twice.answer('later')
        expect(await sending).toMatchObject({ status: 'scanning' })
        const both = [documents.scanAgain(at), documents.scanAgain(later(1))]
        await expect.poll(() => twice.asked).toHaveLength(2)
        await twice.answer('infected')
        expect(await both[0]).toBe(0)
        await twice.answer('clean')
        expect(await both[1]).toBe(0)
        expect(await documents.state('doc-a', at)).toMatchObject({ status: 'refused', settledAt: at })
        await expect(documents.content('doc-a')).rejects.toMatchObject({ refusal: 'INFECTED' })
      },
    },
  ]
}
