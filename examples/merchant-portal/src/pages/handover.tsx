import { useId, useState } from 'react'
import type { CaseView, DeviceView } from 'terminal-lifecycle/contract'
import { ActForm } from '../parts/act-form.tsx'
import { useAllWords } from '../words/all-words.tsx'

/** The device has been handed over: to whom, and under which number it travels. */
export const Handover = ({ about, device }: { about: CaseView; device: DeviceView }) => {
  const { phrases } = useAllWords()
  const { serial, returnTo } = device
  const [carrier, setCarrier] = useState('')
  const [trackingNo, setTrackingNo] = useState(returnTo?.trackingNo ?? '')
  const id = useId()
  const { lifecycleId } = about
  return (
    <details>
      <summary>{phrases.addTracking}</summary>
      <ActForm
        about={about}
        name={`shipped:${lifecycleId}:${serial}`}
        button={phrases.sendTracking}
        needs={
          carrier.trim() === ''
            ? { id: `${id}-carrier`, value: carrier, label: phrases.carrier }
            : { id, value: trackingNo, label: phrases.device.tracking }
        }
        write={(client, options) => {
          const event = {
            type: 'device.shipped',
            serial,
            carrier: carrier.trim(),
            trackingNo: trackingNo.trim(),
            ...(returnTo?.bagNo && { bagNo: returnTo.bagNo }),
          } as const
          return client.recordEvent({ lifecycleId, event }, options)
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-carrier`}>{phrases.carrier}</label>
          <input id={`${id}-carrier`} value={carrier} onChange={({ target }) => setCarrier(target.value)} />
        </div>
        <div className="field">
          <label htmlFor={id}>{phrases.device.tracking}</label>
          <input
            id={id}
            autoComplete="off"
            value={trackingNo}
            onChange={({ target }) => setTrackingNo(target.value)}
          />
        </div>
      </ActForm>
    </details>
  )
}
