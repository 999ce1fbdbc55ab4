import { createNodeTransport } from '../../src/client/node.ts'

const transports: { close(): void }[] = []

/** Options of a client for each way in which Node can carry a request. */
export const carriers = {
  'by fetch': () => ({}),
  'over the transport for Node': () => {
    const transport = createNodeTransport()
    transports.push(transport)
    return { transport }
  },
}
export type Carrier = keyof typeof carriers

/** Of all transports that were made since. */
export const closeTransports = (): void => {
  for (const transport of transports.splice(0)) transport.close()
}
