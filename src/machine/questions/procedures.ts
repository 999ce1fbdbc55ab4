import {
  type Blocker,
  blocker,
  type Catalogues,
  isSameName,
  type Procedure,
  procedureInForce,
  proceduresNamed,
} from '../../domain/index.ts'
import type { FiledRequest } from '../../schemas/index.ts'
import { boundDevices } from '../facts/devices.ts'
import type { LifecycleContext } from '../shape/context.ts'

/** Where the request names what was read, and what it names. */
const versionRead = (request: FiledRequest): readonly [string, string | undefined] =>
  request.process === 'closure'
    ? ['/acknowledgement/procedureVersion', request.acknowledgement.procedureVersion]
    : ['/procedureVersion', request.procedureVersion]

/** The models that the terminal sells on; `null` for one of which nobody was told. */
const modelsOf = (context: LifecycleContext): readonly (string | null)[] => [
  ...new Set(boundDevices(context).map(({ model }) => model)),
]

const isOfModels = ({ model }: Procedure, models: readonly (string | null)[]): boolean =>
  model === undefined || models.some((one) => one === null || isSameName(one, model))

/** The procedures by which the request goes: of the version that it names, else those in force. */
const proceduresOf = (
  catalogues: Catalogues,
  context: LifecycleContext,
  request: FiledRequest,
  at: string,
): readonly Procedure[] => {
  const asked = { process: request.process, at }
  const models = modelsOf(context)
  const [, version] = versionRead(request)
  return version === undefined
    ? models.flatMap((model) => procedureInForce(catalogues, { ...asked, model }) ?? [])
    : proceduresNamed(catalogues, version, asked).filter((one) => isOfModels(one, models))
}

const isPublishedFor = ({ procedures = [] }: Catalogues, request: FiledRequest): boolean =>
  procedures.some((entry) => entry.process === undefined || entry.process === request.process)

/** What a request says of a procedure that is not in force, or goes otherwise than published. */
export const procedureFaults = (
  catalogues: Catalogues,
  context: LifecycleContext,
  request: FiledRequest | undefined,
  at: string,
): readonly Blocker[] => {
  // where nothing is published of this process nothing is held against it
  if (request === undefined || !isPublishedFor(catalogues, request)) return []
  const { applicationId, channel } = request
  const [path, version] = versionRead(request)
  const going = proceduresOf(catalogues, context, request, at)
  if (version !== undefined && going.length === 0)
    return [blocker('PROCEDURE_NOT_IN_FORCE', applicationId, { path })]
  const offered = [...new Set(going.flatMap(({ channels }) => channels ?? [channel]))]
  return going.length === 0 || offered.some((one) => one === channel)
    ? []
    : [blocker('CHANNEL_NOT_OFFERED', applicationId, { path: '/channel', offered })]
}
