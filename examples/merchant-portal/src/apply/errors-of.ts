import type { Leaf } from './leaves.ts'

export interface Fault {
  readonly name: string
  readonly message: string
}

type Members = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

/** The errors of the form library, nested as the form is, one by one. */
export const faultsIn = (errors: unknown, within = ''): readonly Fault[] => {
  if (!isObject(errors)) return []
  if (typeof errors.message === 'string') return [{ name: within, message: errors.message }]
  return Object.entries(errors)
    .filter(([name]) => !['ref', 'type', 'types'].includes(name))
    .flatMap(([name, inner]) => faultsIn(inner, within === '' ? name : `${within}.${name}`))
}

/** A fault of a whole field is shown at its first member, and one of a member that nobody fills in at its field. */
const leafOf = ({ name }: Fault, leaves: readonly Leaf[]): string | undefined =>
  leaves.find((leaf) => leaf.name === name)?.name ??
  leaves.find((leaf) => leaf.name.startsWith(`${name}.`))?.name

/** What is confirmed on the last page, and is no field of the steps before. */
const onLast = ['attested', 'contractReviewed']

/** What is wrong with these fields, one line for each, in the order of the page; on the last step also with what is confirmed there. */
export const errorsOf = (
  faults: readonly Fault[],
  leaves: readonly Leaf[],
  isLast: boolean,
): readonly Fault[] => {
  const found = faults.flatMap((fault) => {
    const name = isLast && onLast.includes(fault.name) ? fault.name : leafOf(fault, leaves)
    return name === undefined ? [] : [{ name, message: fault.message }]
  })
  const order = [...leaves.map(({ name }) => name), ...onLast]
  return found
    .filter(({ name }, index) => found.findIndex((other) => other.name === name) === index)
    .sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
}
