import { type Operation, parameterNames, readInput, readReply, type Schema } from '../contract/index.ts'
import { type InputIssue, InvalidInputError } from '../errors/index.ts'

type Members = Readonly<Record<string, unknown>>

/** What a caller asks, checked and sorted by where it travels. */
export interface Asked {
  readonly parameters: Members
  readonly query: Members
  /** JSON, or the bytes of a row with media; `undefined` where the row has no body. */
  readonly body: unknown
  /** All of it. */
  readonly input: Members
}

export const refuse = (issues: readonly InputIssue[]): never => {
  throw new InvalidInputError({ issues })
}

const read = (schema: Schema | undefined, value: Members, reader = readInput): Members => {
  if (!schema) return Object.keys(value).length > 0 ? refuse([{ path: '', code: 'UNKNOWN_FIELD' }]) : value
  const parsed = reader(schema, value)
  // Every schema of a request is one of an object.
  return parsed.ok ? (parsed.value as Members) : refuse(parsed.issues)
}

const pick = (input: Members, wanted: (name: string) => boolean): Members =>
  Object.fromEntries(Object.entries(input).filter(([name]) => wanted(name)))

const namesInPath = new WeakMap<Operation, readonly string[]>()

/** Of a row, read once. */
const inPathOf = (row: Operation): readonly string[] => {
  const names = namesInPath.get(row) ?? parameterNames(row.path)
  namesInPath.set(row, names)
  return names
}

/** @throws InvalidInputError naming each faulty member. */
export const asked = (row: Operation, given: Members): Asked => {
  const inPath = inPathOf(row)
  const parameters = read(
    row.params,
    pick(given, (name) => inPath.includes(name)),
  )
  // URL parsers resolve these away, however they are encoded: another path would be called.
  const dots = inPath.find((name) => parameters[name] === '.' || parameters[name] === '..')
  if (dots !== undefined) refuse([{ path: `/${dots}`, code: 'INVALID_FORMAT' }])
  const rest = pick(given, (name) => !inPath.includes(name))
  if (row.query) {
    const query = read(row.query, rest)
    return { parameters, query, body: undefined, input: { ...parameters, ...query } }
  }
  const members = read(row.body, rest, row.media ? readReply : readInput)
  const body = row.media ? members.content : row.body && members
  return { parameters, query: {}, body, input: { ...parameters, ...members } }
}
