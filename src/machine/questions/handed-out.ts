import { accessoriesFor, type Catalogues, type Instant } from '../../domain/index.ts'
import type { Command, LifecycleInput } from '../shape/answers.ts'

/** What is told of a device without its accessories: those of its model are written down with it, and stay what they were then. */
interface Told {
  readonly model?: string | null | undefined
  readonly accessories?: readonly { readonly name: string; readonly count: number }[] | null | undefined
}

const completed = <Device extends Told>(catalogues: Catalogues, device: Device, at: Instant): Device => {
  const items = device.accessories === undefined ? accessoriesFor(catalogues, device.model, at) : undefined
  return items === undefined ? device : { ...device, accessories: items }
}

export const completedOpening = (
  catalogues: Catalogues,
  input: LifecycleInput,
  at: Instant,
): LifecycleInput =>
  catalogues.accessories === undefined
    ? input
    : { ...input, devices: input.devices.map((device) => completed(catalogues, device, at)) }

export const completedCommand = (catalogues: Catalogues, command: Command): Command =>
  'event' in command && command.event.type === 'device.registered'
    ? { ...command, event: completed(catalogues, command.event, command.at) }
    : command
