import type { Locale } from 'terminal-lifecycle/domain'
import { isPersonKey } from '../case/people.ts'
import { isDraft } from '../form/read.ts'
import { stories } from '../stories.ts'
import { morph } from '../view/dom.ts'
import { pageView } from '../view/page.ts'
import { type Tongue, tongueIn } from '../words/tongue.ts'
import { tell } from './acts.ts'
import { clicks } from './clicks.ts'
import { typed } from './inputs.ts'
import { addressOf, load } from './load.ts'
import { firstLocale, firstTheme, remember } from './remembered.ts'
import { fresh, type State, type Theme } from './state.ts'

let state: State
let tongue: Tongue
let asked = 0

const focusOn = (id: string): void => {
  const element = document.getElementById(id)
  element?.focus()
  element?.scrollIntoView({ block: 'nearest' })
}

/** The address says what is looked at; the last one asked for counts. */
async function writeAddress(): Promise<void> {
  asked += 1
  const turn = asked
  const address = await addressOf(state)
  if (turn !== asked) return
  if (address === undefined) show({ ...state, said: tongue.words.tooLong }, false)
  else if (address !== (location.hash || '#'))
    history.replaceState(null, '', `${location.pathname}${location.search}${address}`)
}

/** Brings the place where the record is into view, inside of its own frame alone. */
function scrollDiagram(): void {
  const frame = document.querySelector<HTMLElement>('.picture')
  const lit = [...(frame?.querySelectorAll<SVGGElement>('[data-here]') ?? [])]
  const pathOf = (node: SVGGElement) => node.getAttribute('data-state') ?? ''
  const leaves = lit.filter((one) => !lit.some((other) => pathOf(other).startsWith(`${pathOf(one)}.`)))
  const here = leaves.find((one) => !pathOf(one).endsWith('.done')) ?? leaves[0]
  if (!frame || !here) return
  const top = here.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop
  frame.scrollTop = Math.max(0, top - frame.clientHeight / 2)
}

function show(next: State, addressed = true): void {
  const moved = state?.moments[state.cursor] !== next.moments[next.cursor] || state?.part !== next.part
  state = next
  if (tongue?.locale !== state.locale) tongue = tongueIn(state.locale)
  const story = state.story === null ? undefined : stories[state.story]
  const { documentElement: html } = document
  html.lang = state.locale
  if (state.theme === 'system') html.removeAttribute('data-theme')
  else html.setAttribute('data-theme', state.theme)
  const hasProblem = (state.sheet?.issues.length ?? 0) > 0 || state.sheet?.refused !== undefined
  const title = story ? `${story.title[state.locale]} · ${tongue.words.title}` : tongue.words.title
  document.title = hasProblem ? `${tongue.words.errorPrefix}${title}` : title
  const app = document.getElementById('app')
  if (app) morph(app, pageView(state, tongue))
  if (moved) scrollDiagram()
  if (addressed) void writeAddress()
}

const changes: Readonly<Record<string, (value: string) => State>> = {
  who: (value) => (isPersonKey(value) ? { ...state, who: value, said: '' } : state),
  theme: (value) => {
    remember('theme', value)
    return { ...state, theme: value as Theme }
  },
  json: (value) => {
    if (state.sheet === null) return state
    try {
      const draft: unknown = JSON.parse(value)
      if (isDraft(draft))
        return {
          ...state,
          sheet: { ...state.sheet, draft, brokenJson: undefined, refused: undefined, issues: [] },
        }
    } catch {
      // Said below.
    }
    return { ...state, sheet: { ...state.sheet, brokenJson: value } }
  },
}

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null
  if (target === null) return
  const does = target.dataset.do ?? ''
  if (target instanceof HTMLAnchorElement) event.preventDefault()
  if (does === 'focus') focusOn((target.getAttribute('href') ?? '').slice(1))
  if (does === 'share') void share()
  const next = clicks[does]?.(state, target.dataset, tongue)
  if (next === undefined) return
  if (does === 'locale') remember('locale', next.locale)
  const opens = next.sheet !== null && next.sheet.type !== state.sheet?.type
  show(next)
  if (opens || does === 'open' || does === 'open-own') focusOn('sheet-title')
  if (does === 'close') focusOn('people-title')
}

async function share(): Promise<void> {
  await writeAddress()
  const said = await navigator.clipboard.writeText(location.href).then(
    () => tongue.words.shared,
    () => tongue.words.shareByHand,
  )
  show({ ...state, said }, false)
}

function onSubmit(event: SubmitEvent): void {
  event.preventDefault()
  if (state.sheet === null || state.sheet.brokenJson !== undefined) {
    focusOn('json')
    return
  }
  show(tell(state, state.sheet, tongue))
  focusOn(state.sheet === null ? 'now-title' : 'problems')
}

function onChange({ target }: Event): void {
  if (!(target instanceof HTMLElement)) return
  const change = changes[target.dataset.change ?? '']
  const next = change && 'value' in target ? change(String(target.value)) : typed(state, target)
  if (next !== state) show(next, change !== undefined)
}

/** What is typed is kept at once; the page is drawn again when the field is left. */
function onInput({ target }: Event): void {
  const next = typed(state, target)
  if (next !== state && !(target instanceof HTMLSelectElement)) state = next
}

async function go(): Promise<void> {
  const { locale, theme, who } = state
  const loaded = await load(location.hash)
  show({ ...state, part: null, said: '', ...loaded, locale, theme, who: loaded.who ?? who }, loaded.isBroken)
  window.scrollTo(0, 0)
}

export async function start(): Promise<void> {
  const locale: Locale = firstLocale()
  tongue = tongueIn(locale)
  state = {
    ...fresh('usual'),
    ...{ locale, theme: firstTheme(), who: 'merchant', part: null, said: '', isBroken: false },
  }
  document.addEventListener('click', onClick)
  document.addEventListener('submit', onSubmit)
  document.addEventListener('change', onChange)
  document.addEventListener('input', onInput)
  window.addEventListener('hashchange', () => void go())
  await go()
}
