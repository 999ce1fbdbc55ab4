import { duties, lifeStates } from 'terminal-lifecycle/domain'
import { coded } from './coded.ts'
import { dueOf } from './due.ts'
import { type Html, html } from './html.ts'
import { day, joined, type Reader, say } from './reader.ts'
import { fill } from './words.ts'
import { addressOf, type WorkFilter } from './work-filter.ts'
import type { WorkLine, WorkLines } from './work-rows.ts'

export interface WorkCounts {
  readonly mine: string
  readonly all: string
  readonly overdue: string
  readonly failed: string
}

/** What is wanted, in one line of words; a code has its sentence on the page of the case. */
const whatOf = (reader: Reader, { item, orderKind, application }: WorkLine): string => {
  const { words } = reader
  if (application)
    return `${words.decide}${words.with}${coded(words, 'kind', application.kind)} · ${fill(words.decidedOn, { attempt: application.attempt })}`
  const [sentence = ''] = say(reader, 'blocker', item.code).split(/(?<=[.。])\s*/)
  const subject = orderKind === undefined ? '' : `${say(reader, 'order', orderKind)}${words.with}`
  return `${subject}${sentence.replace(/[.。]$/, '')}`
}

const row = (reader: Reader, line: WorkLine): Html => {
  const { words } = reader
  const { item, merchantName, since, isOwn } = line
  const whose =
    item.duties.length > 0 ? item.duties.map((duty) => say(reader, 'duty', duty)) : [words.anyDuty]
  return html`
  <tr data-key="${line.key}">
    <td data-label="${words.due}">${dueOf(reader, item.due)}</td>
    <td data-label="${words.what}"><a href="/console/t/${encodeURIComponent(item.lifecycleId)}">${whatOf(reader, line)}</a>${isOwn ? html`<br><small>${words.ownFiling}</small>` : ''}</td>
    <td data-label="${words.terminal}">${item.terminalId} · ${merchantName}</td>
    <td data-label="${words.whose}">${joined(reader, whose)}</td>
    <td data-label="${words.since}">${since ? html`<time datetime="${since}">${day(reader, since)}</time>` : ''}</td>
  </tr>`
}

const option = (value: string, name: string, chosen: boolean): Html =>
  html`<option value="${value}"${chosen ? html` selected` : ''}>${name}</option>`

const form = (reader: Reader, filter: WorkFilter): Html => {
  const { words } = reader
  return html`
  <form class="filter row" action="/console">
    <div><label for="duty">${words.duty}</label>
    <select id="duty" name="duty">${option('mine', words.allMine, filter.duty === 'mine')}
    ${option('any', words.anyDuty, filter.duty === 'any')}
    ${duties.map((duty) => option(duty, say(reader, 'duty', duty), filter.duty === duty))}</select></div>
    <div><label for="state">${words.state}</label>
    <select id="state" name="state">${option('', words.anyState, filter.state === undefined)}
    ${lifeStates.map((state) => option(state, say(reader, 'state', state), filter.state === state))}</select></div>
    <div><label for="terminal">${words.terminalNumber}</label>
    <input id="terminal" name="terminal" value="${filter.terminalId ?? ''}" maxlength="40" autocomplete="off"></div>
    ${filter.overdue ? html`<input type="hidden" name="overdue" value="yes">` : ''}
    <button>${words.filter}</button>
  </form>`
}

const tabs = (reader: Reader, filter: WorkFilter, counts: WorkCounts): Html => {
  const { words } = reader
  const isMine = filter.duty === 'mine' && !filter.overdue
  const tab = (href: string, name: string, count: string, here: boolean) =>
    html`<a href="${href}"${here ? html` aria-current="true"` : ''}>${name} <span class="count">${count}</span></a>`
  const cleared = { state: undefined, terminalId: undefined, merchantId: undefined, overdue: false } as const
  return html`<nav class="tabs row" aria-label="${words.work}">
    ${tab(addressOf(filter, { ...cleared, duty: 'mine' }), words.mine, counts.mine, isMine)}
    ${tab(addressOf(filter, { ...cleared, duty: 'any' }), words.everybody, counts.all, filter.duty === 'any' && !filter.overdue)}
    ${tab(addressOf(filter, { ...cleared, duty: 'any', overdue: true }), words.overdue, counts.overdue, filter.overdue)}
    ${tab('/console/failed', words.failed, counts.failed, false)}
  </nav>`
}

/** What this reader should do next, due first; rows never move by themselves. */
export const workPage = (
  reader: Reader,
  filter: WorkFilter,
  { lines, next }: WorkLines,
  counts: WorkCounts,
): Html => {
  const { words } = reader
  const names = { mine: words.mine, any: words.everybody }
  const { duty: chosen } = filter
  const duty = chosen === 'any' || chosen === 'mine' ? names[chosen] : say(reader, 'duty', chosen)
  return html`
<h1>${fill(words.workOf, { what: filter.overdue ? words.overdue : duty })}</h1>
${tabs(reader, filter, counts)}
${form(reader, filter)}
<p class="news" id="news" data-words="${words.newRows}" hidden><a href="${addressOf(filter)}"></a></p>
${
  lines.length === 0
    ? html`<h2>${words.noWork}</h2><p>${words.noWorkHint}</p>`
    : html`
<table class="rows list" id="rows">
  <caption class="hidden-text">${fill(words.workOf, { what: duty })}</caption>
  <thead><tr><th scope="col">${words.due}</th><th scope="col">${words.what}</th><th scope="col">${words.terminal}</th><th scope="col">${words.whose}</th><th scope="col">${words.since}</th></tr></thead>
  <tbody>${lines.map((line) => row(reader, line))}</tbody>
</table>`
}
<p class="row pager"><span class="muted">${fill(words.shown, { count: lines.length })}</span>
${filter.after ? html`<a href="${addressOf(filter)}">${words.first}</a>` : ''}
${next ? html`<a rel="next" href="${addressOf(filter, { after: next })}">${words.next} ›</a>` : ''}</p>`
}
