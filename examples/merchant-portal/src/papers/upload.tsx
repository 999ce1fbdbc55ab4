import { useId, useRef, useState } from 'react'
import type { DocumentRef, DocumentType } from 'terminal-lifecycle/domain'
import { isTerminalLifecycleError } from 'terminal-lifecycle/errors'
import { documentFile, formatIssues, parseForm } from 'terminal-lifecycle/schemas'
import { useData } from '../data/use-data.tsx'
import { useTyped } from '../data/use-typed.ts'
import { announce } from '../parts/announce.ts'
import { useAllWords } from '../words/all-words.tsx'
import { FactFields } from './fact-fields.tsx'
import { type Answers, factsOf, factsOfType } from './facts.ts'

/** A paper that has arrived whole. */
export interface Kept {
  readonly reference: DocumentRef
  readonly name: string
  readonly size: number
}

interface UploadProps {
  readonly id: string
  /** Below it stays what was typed about the paper. */
  readonly name: string
  readonly type: DocumentType
  readonly currency: string
  readonly kept: Kept | undefined
  onKept(kept: Kept | undefined): void
}

interface Going {
  readonly file: File
  /** The same key again is the same document, and goes on where it was. */
  readonly idempotencyKey: string
  readonly received: number
  readonly state: 'moving' | 'stopped' | 'refused'
  readonly code?: string | undefined
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 1_000_000 ? 2 : 1)

/** Pieces of this size are acknowledged one by one, so that a lost connection loses little. */
const pieceSize = 256 * 1024

/** One paper: what it says, its file, how much of it has arrived for good, go on, take it away. */
export const Upload = ({ id, name, type, currency, kept, onKept }: UploadProps) => {
  const { phrases, say, locale, why } = useAllWords()
  const { client } = useData()
  const [answers, setAnswers] = useTyped<Answers>(`${name}:${type}`, {})
  const [going, setGoing] = useState<Going>()
  const [wrong, setWrong] = useState<string>()
  const stop = useRef<AbortController>(undefined)
  const hint = useId()
  const facts = factsOf(type, answers, currency)

  const move = async (one: Going) => {
    const stopped = new AbortController()
    stop.current = stopped
    setGoing({ ...one, state: 'moving' })
    try {
      const { file, idempotencyKey } = one
      const { reference, size } = await client.uploadDocument(
        { type, mediaType: file.type as 'application/pdf', name: file.name, content: file, facts },
        {
          idempotencyKey,
          pieceSize,
          signal: stopped.signal,
          onProgress: (received) => setGoing((now) => now && { ...now, received }),
        },
      )
      setGoing(undefined)
      onKept({ reference, name: file.name, size })
      announce(phrases.arrived(file.name))
    } catch (error) {
      if (stopped.signal.aborted) return
      const code = isTerminalLifecycleError(error) && error.code === 'REFUSED' ? error.refusal : undefined
      setGoing((now) => now && { ...now, state: code ? 'refused' : 'stopped', code })
    }
  }
  const choose = (file: File | undefined) => {
    if (!file) return
    const problem = factsOfType(type).find(({ name, isNeeded }) => isNeeded && facts[name] === undefined)
    if (problem && facts.longTerm !== true) {
      setWrong(`${phrases.fact[problem.name]}${phrases.colon}${phrases.mustSay}`)
      return document.getElementById(`${id}-${problem.name}`)?.focus()
    }
    const form = parseForm(documentFile(), file)
    if (!form.success) return setWrong(formatIssues(form.issues, locale)[0]?.message)
    setWrong(undefined)
    void move({ file, idempotencyKey: crypto.randomUUID(), received: 0, state: 'moving' })
  }
  const remove = () => {
    stop.current?.abort()
    setGoing(undefined)
    onKept(undefined)
  }

  if (kept)
    return (
      <p className="row">
        <span className="status done">{phrases.arrived(kept.name)}</span>
        <button type="button" onClick={remove}>
          {phrases.remove}
          <span className="hidden-text"> {kept.name}</span>
        </button>
      </p>
    )
  if (going)
    return (
      <div className="field" data-upload={going.state}>
        <label htmlFor={id}>{going.file.name}</label>
        <progress id={id} value={going.received} max={going.file.size} />
        <p role={going.state === 'moving' ? undefined : 'status'}>
          {phrases.received(megabytes(going.received), megabytes(going.file.size))}
          {going.state === 'stopped' && phrases.connectionLost}
          {going.state === 'refused' && why({ code: going.code ?? '' }, '')}
        </p>
        <p className="row">
          {going.state === 'stopped' && (
            <button type="button" className="first" onClick={() => void move(going)}>
              {phrases.resume}
            </button>
          )}
          <button type="button" onClick={remove}>
            {phrases.remove}
          </button>
        </p>
      </div>
    )
  return (
    <div className="field">
      <FactFields id={id} type={type} answers={answers} onChange={setAnswers} />
      <label htmlFor={id}>{phrases.fileOf(say('document', type))}</label>
      <p className="hint" id={hint}>
        {phrases.fileKinds}
      </p>
      {wrong && (
        <p className="error" id={`${id}-wrong`} role="alert" lang={locale}>
          {wrong}
        </p>
      )}
      <input
        id={id}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        aria-describedby={wrong ? `${hint} ${id}-wrong` : hint}
        aria-invalid={wrong ? true : undefined}
        onChange={({ target }) => {
          choose(target.files?.[0])
          target.value = ''
        }}
      />
    </div>
  )
}
