import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import type { AcquirerClient, CallOptions } from 'terminal-lifecycle/client'
import type { CaseView } from 'terminal-lifecycle/contract'
import { useData } from '../data/use-data.tsx'
import { lostWrite, useSending } from '../data/use-sending.ts'
import { useAllWords } from '../words/all-words.tsx'
import { announce } from './announce.ts'
import { SendingNote } from './sending-note.tsx'

interface ActFormProps {
  readonly about: CaseView
  /** Of the act and what it is about: one write of it at a time. */
  readonly name: string
  readonly button: string
  readonly kind?: 'first' | 'last'
  /** The field that has to be filled in, where there is one. */
  readonly needs?: { readonly id: string; readonly value: string; readonly label: string }
  readonly children?: ReactNode
  write(client: AcquirerClient, options: CallOptions): Promise<CaseView>
  onDone?(): void
}

/** One act with its few fields: it says what became of it, and what was typed stays until it is done. */
export const ActForm = ({ about, name, button, kind, needs, children, write, onDone }: ActFormProps) => {
  const { phrases } = useAllWords()
  const { client, caseOf } = useData()
  const [state, sender] = useSending(name)
  const [isMissing, setMissing] = useState(false)
  const error = useId()
  const { lifecycleId, terminalId, version } = about
  const isWaiting = state.is === 'sending' || state.is === 'unknown'

  const ended = (done: boolean): void => {
    caseOf(lifecycleId).refresh()
    if (!done) return
    announce(phrases.doneNow(button))
    onDone?.()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is there again
  useEffect(() => {
    const lost = lostWrite(name)
    if (lost) void sender.resume(lost).then(ended)
  }, [sender, name])

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const isEmpty = needs !== undefined && needs.value.trim() === ''
    setMissing(isEmpty)
    if (isEmpty) return document.getElementById(needs.id)?.focus()
    const done = await sender.send(async ({ idempotencyKey }) => {
      const after = await write(client, { idempotencyKey, expectedVersion: version })
      caseOf(lifecycleId).put(after)
    })
    ended(done)
  }
  return (
    <form onSubmit={send} noValidate>
      <SendingNote state={state} terminalId={terminalId} />
      {isMissing && needs && (
        <p className="error" id={error} role="alert">
          {needs.label}
          {phrases.colon}
          {phrases.mustSay}
        </p>
      )}
      {children}
      <button type="submit" className={kind} aria-disabled={isWaiting || undefined}>
        {isWaiting ? phrases.sending[state.is === 'unknown' ? 'checkingShort' : 'now'] : button}
      </button>
    </form>
  )
}
