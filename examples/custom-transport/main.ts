// Asks the acquirer for its terminals through a proxy on this machine.
import { bearer, createAcquirerClient } from 'terminal-lifecycle/client'
import { overSocket } from './over-socket.ts'
import { told } from './told.ts'

const {
  SOCKET = '/run/proxy.sock',
  ACQUIRER_URL = 'https://acquirer.example/v1',
  TOKEN = 'merchant-token',
} = process.env

const transport = told(overSocket(SOCKET), console.error, () => performance.now())
const portal = createAcquirerClient({ baseUrl: ACQUIRER_URL, auth: bearer(TOKEN), transport })

const { items } = await portal.findTerminals({})
for (const { lifecycleId, terminalId, state } of items)
  console.log(lifecycleId, terminalId, JSON.stringify(state))
