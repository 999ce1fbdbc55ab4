import * as z from 'zod'

// Before any schema is made: under the policy of the page nothing makes code of text, nor tries whether it may.
z.config({ jitless: true })

const { start } = await import('./start.tsx')
await start()
