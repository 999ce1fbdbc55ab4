import type { CaseView, DeviceView } from 'terminal-lifecycle/contract'
import { mayNow } from '../case/acts.ts'
import { usePart } from '../data/use-data.tsx'
import { ActForm } from '../parts/act-form.tsx'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { BackUp } from './back-up.tsx'
import { Handover } from './handover.tsx'
import { Loss } from './loss.tsx'

/** Where it is on its way back, and what there is to do with it. */
const Device = ({ about, device }: { about: CaseView; device: DeviceView }) => {
  const { phrases, say, day } = useAllWords()
  const { serial, model, custody, owner, returnTo, erasure, backup, receivedAt, role } = device
  const { lifecycleId } = about
  const isOnItsWay = custody === 'merchant' || custody === 'inTransit'
  const rows = [
    [phrases.device.where, phrases.custody[custody] ?? custody],
    [phrases.device.owner, owner === 'agent' ? say('role', 'serviceProvider') : say('role', owner)],
    [
      phrases.device.backup,
      phrases.backupState[backup === null ? 'none' : backup.verified ? 'verified' : 'made'],
    ],
    [phrases.device.erasure, phrases.erasure[erasure] ?? erasure],
    ...(returnTo && isOnItsWay
      ? [
          [phrases.device.to, say('destination', returnTo.destination)],
          [phrases.device.bag, returnTo.bagNo ?? phrases.notTold],
          [phrases.device.tracking, returnTo.trackingNo ?? phrases.notTold],
        ]
      : []),
    ...(receivedAt ? [[phrases.device.received, day(receivedAt)]] : []),
  ]
  const isHere = custody === 'merchant' && role === 'bound'
  return (
    <section>
      <h2>
        {serial} {model}
      </h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isHere && returnTo && <p className="note todo">{phrases.eraseOrSeal}</p>}
      {custody === 'merchant' && mayNow(about, 'device.shipped') && (
        <Handover about={about} device={device} />
      )}
      {backup === null && mayNow(about, 'backup.recorded') && <BackUp about={about} serial={serial} />}
      {isOnItsWay && mayNow(about, 'device.lost') && <Loss about={about} serial={serial} />}
      {custody === 'lost' && (
        <ActForm
          about={about}
          name={`found:${lifecycleId}:${serial}`}
          button={phrases.reportFound}
          write={(client, options) =>
            client.recordEvent(
              { lifecycleId, event: { type: 'device.found', serial, where: about.merchantName } },
              options,
            )
          }
        />
      )}
    </section>
  )
}

/** What do I send, and how? */
export const DevicesPage = ({ about }: { about: CaseView }) => {
  const { phrases } = useAllWords()
  const devices = usePart('devices', about)
  return (
    <Page title={phrases.devicesTitle} place="devices">
      <Freshness problem={devices.problem} again={devices.again} />
      {devices.value === undefined && devices.problem === undefined && <Waiting />}
      {devices.value?.map((device) => (
        <Device key={device.serial} about={about} device={device} />
      ))}
    </Page>
  )
}
