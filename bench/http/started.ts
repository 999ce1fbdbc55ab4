import { fork } from 'node:child_process'
import { once } from 'node:events'

const child = fork(new URL('./server.ts', import.meta.url))
const [port] = (await once(child, 'message')) as [number]
// It ends with this process, and does not keep it.
child.unref()
child.channel?.unref()

/** Where the server of the HTTP rows listens, without a slash. */
export const origin = `http://127.0.0.1:${port}`
