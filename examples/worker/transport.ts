import { systemEnvironment } from 'terminal-lifecycle/runtime'
import { nodeTransport } from 'terminal-lifecycle/webhooks/node'

/** Sends over https to public addresses alone. */
export const transport = nodeTransport({ environment: systemEnvironment })
