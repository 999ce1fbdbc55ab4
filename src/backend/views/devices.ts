import type { DeviceView } from '../../contract/index.ts'
import type { Device, LifecycleRecord } from '../../machine/index.ts'

/** Who erased it is the journal's to tell, and the single batches are the host's. */
const viewOf = ({
  erasedBy: _,
  batches: __,
  handedOver = null,
  wiped = null,
  ...device
}: Device): DeviceView => ({
  ...device,
  handedOver,
  wiped,
})

export const devicesOf = ({ context }: LifecycleRecord): readonly DeviceView[] =>
  Object.values(context.devices).map(viewOf)
