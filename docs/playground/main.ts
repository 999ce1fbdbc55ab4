import { withoutJit } from './jitless.ts'

withoutJit()
// Only now: schemas ask whether code may be made at run time as soon as they are made.
const { start } = await import('./app/app.ts')
await start()
