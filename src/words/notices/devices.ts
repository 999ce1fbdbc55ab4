import { type ReturnDestination, returnDestinations } from '../../domain/index.ts'
import { clockOf, itemOf, type Teller } from './subject.ts'

/** How a device travels back, and by when. */
export const aboutReturn: Teller = ({ context, notice, tongue }) => {
  const device = itemOf(context.devices, notice.ref)
  if (device === undefined) return {}
  const due = clockOf(context, `deviceReturnDue:${device.serial}`)
  const { destination, bagNo, trackingNo, addressDocumentId } = device.returnTo ?? {}
  const isKnown = (returnDestinations as readonly unknown[]).includes(destination)
  return {
    values: {
      serial: device.serial,
      ...(isKnown && { destination: tongue.name('destination', destination as ReturnDestination) }),
      ...(addressDocumentId && { address: addressDocumentId }),
      ...(bagNo && { bag: bagNo }),
      ...(trackingNo && { tracking: trackingNo }),
      ...(due && { due: tongue.moment(due.due) }),
    },
  }
}
