import { postgresStore } from '../../../src/runtime/postgres.ts'
import { openPool } from '../postgres/pg.ts'
import { isDurable, through } from '../postgres/through.ts'
import { dyingAt, fromArguments } from './dying.ts'
import { playOn } from './scenario.ts'

// Plays to the end, or until it kills itself. Where the home is: the address of the server and, behind a blank, the schema.
const { home, point, ...playing } = fromArguments(process.argv.slice(2))
const [url = '', schema = ''] = home.split(' ')
const reach = dyingAt(point)

const pool = openPool(url)
const store = postgresStore(
  through(pool, async (text, ask) => {
    if (!isDurable(text)) return ask()
    reach('before')
    const result = await ask()
    reach('after')
    return result
  }),
  { schema },
)
await playOn(store, { ...playing, acted: () => reach('effect') })
await store.close()
await pool.end()
