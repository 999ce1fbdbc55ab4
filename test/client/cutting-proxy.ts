import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Where a connection is cut: behind so many bytes of what is sent, or when the answer comes back. */
export type Cut = { readonly after: number } | 'answer'

export interface CuttingProxy {
  readonly url: string
  /** The next connections are cut like this, one each; those behind them are left alone. */
  cut(...cuts: readonly Cut[]): void
  /** Cuts that were carried out. */
  readonly done: () => number
  close(): Promise<void>
}

/** Passes connections on to a server of this machine, and resets some of them in the middle. */
export const cuttingProxy = async (port: number): Promise<CuttingProxy> => {
  const cuts: Cut[] = []
  const sockets = new Set<Socket>()
  let done = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((caller) => {
    const target = connect(port, '127.0.0.1')
    keep(caller)
    keep(target)
    const cut = cuts.shift()
    const reset = () => {
      done += 1
      caller.resetAndDestroy()
      target.resetAndDestroy()
    }
    let left = cut && cut !== 'answer' ? cut.after : Number.POSITIVE_INFINITY
    caller.on('data', (chunk: Uint8Array) => {
      const passed = chunk.subarray(0, left)
      if (passed.length > 0) target.write(passed)
      left -= chunk.length
      if (left <= 0 && !caller.destroyed) setImmediate(reset)
    })
    target.on('data', (chunk: Uint8Array) => {
      if (cut === 'answer') reset()
      else caller.write(chunk)
    })
    caller.on('close', () => target.destroy())
    target.on('close', () => caller.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: (...more) => void cuts.push(...more),
    done: () => done,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
