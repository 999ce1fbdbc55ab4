import { type Actor, duties, maskSecrets, orderKinds } from '../domain/index.ts'
import { createRuntime, type Runtime, type RuntimeOptions } from '../runtime/index.ts'
import type { Services } from '../schemas/index.ts'
import type { Asked } from './asked.ts'
import type { CommandHost, Home } from './host.ts'
import type { Words } from './words.ts'

/** The exit codes by their names. */
export const ends = { fine: 0, found: 1, misused: 2, failed: 3 } as const satisfies Readonly<
  Record<string, End>
>
/** How a command ended, as the exit code of its process: 0 fine; 1 something was found or refused; 2 asked wrongly; 3 it cannot be done. */
export type End = 0 | 1 | 2 | 3

export interface Context extends Asked {
  readonly host: CommandHost
  readonly words: Words
  readonly home: Home
  readonly runtime: Runtime
}

export type Command = (context: Context) => Promise<End>

/** Who has the files has all of them: access is the machine's to say, and reads of the operator show everything. */
export const operator: Actor = {
  role: 'provider',
  personId: 'operator',
  organisationId: 'operator',
  acquirerId: 'operator',
  duties: [...duties],
}

/** A command gives no order and carries none out. */
const nobody = () => Promise.reject(new Error('A command carries nothing out'))
const noServices = Object.fromEntries(orderKinds.map((kind) => [kind, nobody])) as unknown as Services

export const runtimeOver = (
  { store }: Home,
  host: CommandHost,
  onFailure: NonNullable<RuntimeOptions['onFailure']>,
): Runtime =>
  createRuntime({ store, services: noServices, access: 'any', clock: { now: () => host.now() }, onFailure })

/** There is no such life: said beside the answer, and as the answer where that is JSON. */
export const unknownLife = (
  { values, host, words }: Pick<Context, 'values' | 'host' | 'words'>,
  lifecycleId: string,
): End => {
  const text = words.unknown
  host.complain(text)
  answer({ values, host }, { lifecycleId: maskSecrets(lifecycleId), code: 'LIFECYCLE_UNKNOWN', text }, [])
  return ends.found
}

/** The answer as JSON where that is asked for, else line by line. */
export const answer = (
  { values, host }: Pick<Context, 'values' | 'host'>,
  whole: unknown,
  lines: readonly string[],
): void => {
  if (values.json) host.print(JSON.stringify(whole, null, 2))
  else for (const line of lines) host.print(line)
}
