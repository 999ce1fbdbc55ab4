import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { coded } from './coded.ts'
import { type Html, html } from './html.ts'
import { day, type Reader } from './reader.ts'
import { fill } from './words.ts'

/** Each device by its four facts: where it is, its data, its keys, its binding. */
export const devicesPart = (reader: Reader, { context }: LifecycleRecord): Html => {
  const { words } = reader
  const { devices, deadlines } = context
  return html`<section data-part="devices" aria-labelledby="devices">
  <h2 id="devices">${words.devices}</h2>
  <table class="list"><thead><tr><th scope="col">${words.device}</th><th scope="col">${words.where}</th><th scope="col">${words.data}</th><th scope="col">${words.keysOfDevice}</th><th scope="col">${words.binding}</th></tr></thead>
  <tbody>${Object.values(devices).map(
    ({ serial, model, custody, erasure, keys, binding, returnTo, wiped }) => {
      const back = deadlines[`deviceReturnDue:${serial}`]
      return html`<tr><td data-label="${words.device}"><span class="mono">${serial}</span>${model ? html`<br><small>${model}</small>` : ''}</td>
      <td data-label="${words.where}">${coded(words, 'custody', custody)}${back?.status === 'running' ? html`<br><small>${fill(words.dueOn, { day: day(reader, back.due) })}</small>` : ''}${returnTo?.trackingNo ? html`<br><small class="mono">${returnTo.trackingNo}</small>` : ''}</td>
      <td data-label="${words.data}">${coded(words, 'erasure', erasure)}${wiped ? html`<br><small>${words.wipedWithoutLeave}</small>` : ''}</td>
      <td data-label="${words.keysOfDevice}">${coded(words, 'keys', keys)}</td>
      <td data-label="${words.binding}">${coded(words, 'binding', binding)}</td></tr>`
    },
  )}</tbody></table>
</section>`
}
