import { type Canary, canaries } from './canaries.ts'
import { everyField } from './fields.ts'
import { LeakyError } from './leaky-error.ts'

// Prints what Node prints of a rejection that nobody handles, and dies of it: fifty errors, each with another secret in its field.
const [from = '0', turn = '0', control = ''] = process.argv.slice(2)
const secrets = Object.values<Canary>(canaries)
const textOf = (index: number) => secrets[(index + Number(turn)) % secrets.length]?.text ?? ''
const errors = everyField.slice(Number(from), Number(from) + 50).map(([, make], index) => make(textOf(index)))
const leaky = secrets.map(({ text }) => new LeakyError(text))
void Promise.reject(new AggregateError(control === '' ? errors : leaky, 'all failed', { cause: errors[0] }))
