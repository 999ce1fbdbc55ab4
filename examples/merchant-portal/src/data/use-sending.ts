import { useMemo, useState } from 'react'
import type { LostWrite } from 'terminal-lifecycle/client'
import { createSender, type Sender, type Sending } from './sending.ts'
import { useData } from './use-data.tsx'

const place = (name: string) => `portal:lost:${name}`

/** A write of this name whose end was not known when the page was left. */
export const lostWrite = (name: string): LostWrite | undefined => {
  const kept = sessionStorage.getItem(place(name))
  return kept === null ? undefined : (JSON.parse(kept) as LostWrite)
}

/** How the writes of one form or button stand, and how to send one. */
export const useSending = (name: string): readonly [Sending, Sender] => {
  const { client } = useData()
  const [state, show] = useState<Sending>({ is: 'idle' })
  const sender = useMemo(
    () =>
      createSender({
        reconcile: client.reconcile,
        newKey: () => crypto.randomUUID(),
        pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        show,
        keep: (lost) => {
          if (lost) sessionStorage.setItem(place(name), JSON.stringify(lost))
          else sessionStorage.removeItem(place(name))
        },
      }),
    [client, name],
  )
  return [state, sender]
}
