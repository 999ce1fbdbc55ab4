import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the other side was asked to do. */
interface Asking {
  /** `null`: whoever asked sent none. */
  key: string | null
  /** What it is for, whoever asks and however often. */
  purpose: string
}

/**
 * The acquirer's own systems: slow, and outliving whoever calls them. Under one key they do a thing once; without a key they do it each
 * time that they are asked.
 */
export async function startAcquirer(answersAfterMs: number) {
  const calls: Asking[] = []
  const effects: string[] = []
  const done = new Set<string>()
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', () => {
      const { key, purpose }: Asking = JSON.parse(text)
      calls.push({ key, purpose })
      if (key === null || !done.has(key)) effects.push(purpose)
      if (key !== null) done.add(key)
      setTimeout(() => response.end('[]'), answersAfterMs)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const keys = () => calls.flatMap(({ key }) => key ?? [])
  return {
    port: (server.address() as AddressInfo).port,
    calls: () => calls.length,
    timesAsked: (key: string) => keys().filter((one) => one === key).length,
    repeatedKeys: () => keys().length - new Set(keys()).size,
    /** How often each purpose took effect. */
    effects: () =>
      effects.reduce(
        (counts, purpose) => counts.set(purpose, (counts.get(purpose) ?? 0) + 1),
        new Map<string, number>(),
      ),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
