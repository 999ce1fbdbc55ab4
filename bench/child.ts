/** Looks at all rows of one file and sends what it saw to the process that started it. */
import { look, type Row, type Seen } from './compare.ts'
import { lawful } from './lawful.ts'
import { addressOf } from './row-files.ts'

const file = process.argv[2] ?? ''
const { rows } = (await import(addressOf(file))) as { rows?: readonly Row[] }
const seen: Seen[] = []
for (const row of lawful(file, rows)) seen.push(await look(row))
// A row may leave a server or a store open.
process.send?.(seen, () => process.exit())
