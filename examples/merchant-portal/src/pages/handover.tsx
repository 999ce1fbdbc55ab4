import { useId, useState } from 'react'
import type { CaseView, DeviceView } from 'terminal-lifecycle/contract'
import { forgetTyped, isTyped, useTyped } from '../data/use-typed.ts'
import { ActForm } from '../parts/act-form.tsx'
import { useAllWords } from '../words/all-words.tsx'

/** The device has been handed over: to whom, and under which number it travels. */
export const Handover = ({ about, device }: { about: CaseView; device: DeviceView }) => {
  const { phrases } = useAllWords()
  const { serial, returnTo } = device
  const { lifecycleId } = about
  const name = `shipped:${lifecycleId}:${serial}`
  const [isOpen] = useState(() => isTyped(`${name}:carrier`) || isTyped(`${name}:number`))
  const [carrier, setCarrier] = useTyped(`${name}:carrier`, '')
  const [trackingNo, setTrackingNo] = useTyped(`${name}:number`, returnTo?.trackingNo ?? '')
  const id = useId()
  return (
    <details open={isOpen}>
      <summary>{phrases.addTracking}</summary>
      <ActForm
        about={about}
        name={name}
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
        onDone={() => forgetTyped(name)}
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
