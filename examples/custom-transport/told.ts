import type { Transport } from 'terminal-lifecycle/client'

/** Any transport, with a line for each attempt. Neither path nor headers nor body: each may name a person or hold a credential. */
export const told =
  (transport: Transport, say: (line: string) => void, now: () => number): Transport =>
  async (request) => {
    const since = now()
    const line = (end: string) =>
      say(`${request.method} ${new URL(request.url).host} ${end} ${Math.round(now() - since)} ms`)
    try {
      const answer = await transport(request)
      line(String(answer.status))
      return answer
    } catch (error) {
      line('no answer')
      throw error
    }
  }
