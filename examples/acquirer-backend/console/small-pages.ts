import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { staffOnly } from '../people.ts'
import { addressOfCase } from './case.ts'
import { type Html, html } from './html.ts'
import { type Reader, say } from './reader.ts'
import { standingsOf } from './standing.ts'
import { fill } from './words.ts'

/** REPLACE THIS: whoever opens it is whoever they choose to be. */
export const signInPage = (reader: Pick<Reader, 'words' | 'locale'>, back: string): Html => {
  const { words, locale } = reader
  return html`<h1>${words.signIn}</h1><p class="muted">${words.signInHint}</p>
<ul class="people">${staffOnly.map(
    ({ actor, names, token }) => html`<li><form method="post" action="/console/sign-in">
    <input type="hidden" name="token" value="${token}"><input type="hidden" name="back" value="${back}">
    <button>${fill(words.signInAs, { name: names[locale] })}</button>
    <small>${actor.duties.map((duty) => say(reader, 'duty', duty)).join(words.and)}</small></form></li>`,
  )}</ul>`
}

export const keysPage = ({ words, keys }: Reader): Html => {
  const rows = [
    ['j', words.key_j],
    ['k', words.key_k],
    ['Enter', words.key_enter],
    ['a', words.key_a],
    ['i', words.key_i],
    ['r', words.key_r],
    ['g w', words.key_gw],
    ['g f', words.key_gf],
    ['/', words.key_slash],
    ['?', words.key_help],
    ['Esc', words.key_escape],
  ]
  return html`<h1>${words.keysTitle}</h1>
<form method="post" action="/console/settings" class="row"><input type="hidden" name="back" value="/console/keys">
<strong>${keys ? words.keysOn : words.keysOff}</strong> <button name="keys" value="${keys ? 'off' : 'on'}">${keys ? words.switchOff : words.switchOn}</button></form>
<p>${words.keysHint}</p>
<table class="keys"><caption class="hidden-text">${words.keysTitle}</caption><tbody>${rows.map(([key, meaning]) => html`<tr><th scope="row"><kbd>${key}</kbd></th><td>${meaning}</td></tr>`)}</tbody></table>`
}

export const foundPage = (reader: Reader, number: string, records: readonly LifecycleRecord[]): Html => {
  const { words } = reader
  if (records.length === 0)
    return html`<h1>${words.noneFound}</h1><p>${words.noneFoundHint} <span class="mono">${number}</span></p><p><a href="/console">${words.toWork}</a></p>`
  return html`<h1>${words.found}</h1>
<table class="rows list" id="rows"><caption class="hidden-text">${words.found}</caption>
<thead><tr><th scope="col">${words.terminal}</th><th scope="col">${words.state_}</th><th scope="col">${words.merchantNumber}</th></tr></thead>
<tbody>${records.map(
    (
      record,
    ) => html`<tr><td data-label="${words.terminal}"><a href="${addressOfCase(record.lifecycleId)}">${record.context.identity.terminalId} · ${record.context.identity.merchantName}</a></td>
  <td data-label="${words.state_}">${standingsOf(record).map(({ state, look }) => html`<span class="status ${look}">${say(reader, 'state', state)}</span> `)}</td>
  <td data-label="${words.merchantNumber}" class="mono">${record.context.identity.merchantId}</td></tr>`,
  )}</tbody></table>`
}

/** Nothing here, or not for this reader: both look the same. */
export const nothingPage = ({ words }: Pick<Reader, 'words'>, title: string): Html =>
  html`<h1>${title}</h1><p>${words.notFoundHint}</p><p><a href="/console">${words.toWork}</a></p>`

/** Something failed on this side: what, in a sentence, and how to ask again; whether an act was recorded, its case tells. */
export const failurePage = (
  { words }: Pick<Reader, 'words'>,
  sentence: string,
  again: string | undefined,
): Html =>
  html`<h1>${words.problem}</h1><p>${sentence}</p><p>${again ? html`<a href="${again}">${words.retry}</a> · ` : ''}<a href="/console">${words.toWork}</a></p>`
