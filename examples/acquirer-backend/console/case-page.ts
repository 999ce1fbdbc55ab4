import { deviceOfHold } from 'terminal-lifecycle/machine'
import { actsPart, proposedPart, waysOf } from './acts-part.ts'
import { blockersPart } from './blockers.ts'
import { addressOfCase, type Case } from './case.ts'
import { decideDialogs, decidePart } from './decide.ts'
import { devicesPart } from './devices-part.ts'
import { diagramPart } from './diagram-part.ts'
import { type Html, html } from './html.ts'
import { journalPart } from './journal.ts'
import { moneyPart } from './money-part.ts'
import { ordersPart } from './orders-part.ts'
import { papersPart } from './papers.ts'
import { day, type Reader, say, sellingOf } from './reader.ts'
import { regionsPart } from './regions.ts'
import { standingsOf } from './standing.ts'
import { fill } from './words.ts'

const holdLine = (reader: Reader, hold: Case['record']['context']['holds'][string]): Html => {
  const { words } = reader
  const { code, status, startsAt, until, disclosure } = hold
  const serial = deviceOfHold(hold)
  return html`<li><span class="status ${status === 'planned' ? 'later' : 'stopped'}">${say(reader, 'suspensionReason', code)}</span>
    <small>${words.since} ${day(reader, startsAt)}${until ? html` · ${fill(words.until, { day: day(reader, until) })}` : ''}${serial ? html` · ${words.device} <span class="mono">${serial}</span>` : ''}${disclosure === 'hidden' ? html` · ${words.hiddenHold}` : ''}${status === 'planned' ? html` · ${words.planned}` : ''}</small>
    ${hold.words ? html`<q>${hold.words}</q>` : ''}</li>`
}

const head = (reader: Reader, { record, capabilities }: Case): Html => {
  const { words } = reader
  const { identity, holds } = record.context
  const open = Object.values(holds).filter(({ status }) => status !== 'lifted')
  return html`<section data-part="head" aria-labelledby="case">
  <h1 id="case">${identity.terminalId} · ${identity.merchantName}</h1>
  <p class="row">${standingsOf(record).map(({ state, look }) => html`<span class="status ${look}">${say(reader, 'state', state)}</span>`)}
  <small>${words.merchantNumber} <span class="mono">${identity.merchantId}</span></small></p>
  <p><strong>${say(reader, 'state', 'acceptance')}</strong>${words.with}${sellingOf(reader, capabilities)}</p>
  ${open.length === 0 ? '' : html`<ul class="holds" aria-label="${words.holds}">${open.map((hold) => holdLine(reader, hold))}</ul>`}
</section>`
}

/** A case from above: where it stands, what is to be decided, what is in the way, papers beside journal, and the rest. */
export const casePage = (reader: Reader, found: Case, told: Html | undefined): Html => {
  const { record, requirements, lifecycleId, hasOlder } = found
  const address = addressOfCase(lifecycleId)
  return html`${told ?? ''}
${head(reader, found)}
${decidePart(reader, found)}
${proposedPart(reader, found)}
${regionsPart(reader, found)}
${blockersPart(reader, requirements, waysOf(found))}
<div class="beside">
<div>
${papersPart(reader, found)}
${moneyPart(reader, record)}
${devicesPart(reader, record)}
${ordersPart(reader, found)}
</div>
${journalPart(reader, found, hasOlder ? `${address}?all=yes` : undefined)}
</div>
${actsPart(reader, found)}
${diagramPart(reader, record)}
${decideDialogs(reader, found)}`
}
