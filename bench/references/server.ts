import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * A server on this machine, in a process of its own so that its work is not counted as the client's. It ends with this one.
 *
 * @param answers by method and path, as in `{ 'GET /v1/terminals/T-1': { … } }`; anything else is 404.
 * @returns its port on 127.0.0.1.
 */
export const startServer = async (answers: Readonly<Record<string, unknown>>): Promise<number> => {
  const child = fork(fileURLToPath(new URL('./server-child.ts', import.meta.url)), {
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  child.send(answers)
  const [port] = await once(child, 'message')
  return port as number
}
