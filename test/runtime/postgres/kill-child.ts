import { postgresStore } from '../../../src/runtime/postgres.ts'
import { openPool } from './pg.ts'
import { playOn } from './scenario.ts'
import { isDurable, through } from './through.ts'

// Ends by SIGKILL just before or just after one of its durable writes, which are counted; 0: never.
const [url = '', schema = '', effects = '', nth = '', phase = ''] = process.argv.slice(2)

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}

let writes = 0
const pool = openPool(url)
const store = postgresStore(
  through(pool, async (text, ask) => {
    if (!isDurable(text)) return ask()
    writes += 1
    const isHere = writes === Number(nth)
    if (isHere && phase === 'before') await die()
    const result = await ask()
    if (isHere && phase === 'after') await die()
    return result
  }),
  { schema },
)
await playOn(store, effects)
await store.close()
await pool.end()
console.log(writes)
