import type { MockEffect } from 'terminal-lifecycle/testing'

/** Operations whose answers can be held back: those that cannot be taken back once they are done, and a few others. */
export const holdable: readonly string[] = [
  'disableAcceptance',
  'enableAcceptance',
  'uploadBatch',
  'requestStatement',
  'payOut',
  'eraseDevice',
  'refundDeposit',
  'unbind',
  'confirmClosure',
  'notify',
]

/** What a test may ask of the mock acquirer beside the contract. */
export interface Controls {
  setClock(now: string): Promise<void>
  /** Carries the next request of this operation out, and holds the answer back. */
  hold(operation: string): Promise<void>
  setTerminal(terminalRef: string, patch: object): Promise<void>
  effects(): Promise<readonly MockEffect[]>
  /** Answers held back now. */
  held(): Promise<number>
}

/** @param url Without a path, such as `http://127.0.0.1:8090`. */
export const controlsAt = (url: string): Controls => {
  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> => {
    const sent = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await fetch(`${url}/mock/${path}`, {
      method,
      signal: AbortSignal.timeout(3_000),
      ...sent,
    })
    if (!response.ok) throw new Error(`The mock acquirer answered ${response.status} to ${path}.`)
    return response.json()
  }
  return {
    setClock: async (now) => void (await ask('POST', 'clock', { now })),
    hold: async (operation) => void (await ask('POST', 'hold', { operation })),
    setTerminal: async (terminalRef, patch) =>
      void (await ask('POST', 'terminals', { terminalRef, ...patch })),
    effects: async () => (await ask('GET', 'effects')) as readonly MockEffect[],
    held: async () => ((await ask('GET', 'health')) as { held: number }).held,
  }
}
