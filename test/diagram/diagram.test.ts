import { describe, expect, it } from 'vitest'
import { golden } from '../../bench/golden.ts'
import {
  chartOf,
  type DiagramPart,
  diagramParts,
  diagramsEn,
  diagramsZhCn,
  outlineOf,
  toMermaid,
  toSvg,
} from '../../src/diagram/index.ts'
import { linesOf } from '../../src/diagram/words.ts'
import { type LifecycleRecord, terminalLifecycleMachine } from '../../src/machine/index.ts'
import { bundleOf } from '../package/bundle-of.ts'
import { paths, written } from './config.ts'

const languages = [diagramsEn, diagramsZhCn]
const attributes = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(`${name}="([^"]*)"`, 'g'))].map(([, value]) => value)
const values = new Map(golden.map(({ record }) => [JSON.stringify(record.value), record]))
const hereIn = (svg: string) =>
  [...svg.matchAll(/data-state="([^"]*)" data-here="true"/g)].map(([, path]) => path ?? '').sort()

/** As XState says it. */
const placesOf = ({ value, context }: LifecycleRecord): readonly string[] => {
  const snapshot = terminalLifecycleMachine.resolveState({ value: value as never, context })
  const matched = (path: string) =>
    path
      .split('.')
      .reduceRight<unknown>((inner, name) => (inner === undefined ? name : { [name]: inner }), undefined)
  return paths.filter((path) => snapshot.matches(matched(path) as never)).sort()
}

/** Opened and closed in turn: what every reader of XML wants first. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, end, name, empty] of xml.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end && open.pop() !== name) return false
    if (!end && !empty) open.push(name ?? '')
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;)/.test(xml)
}

describe('the diagram of the whole life', () => {
  it.each(languages)('has every state of the chart, once', (diagrams) => {
    expect(attributes(toSvg(diagrams), 'data-state').sort()).toEqual([...paths].sort())
    const mermaid = toMermaid(diagrams)
    for (const path of paths)
      expect(mermaid.split(` as ${path.replaceAll('.', '_')}`).length).toBeGreaterThan(1)
  })

  it('has every way that the chart was written with, and no other', () => {
    const ends = (from: string, to: string) => `${from} ${to}`
    const wanted = new Set(written.map(({ from, to }) => ends(from, to)))
    expect(new Set(attributes(toSvg(diagramsEn), 'data-way'))).toEqual(wanted)
    const { ways } = chartOf()
    for (const { from, to, why } of written) {
      const own = ways.filter((way) => ends(way.from, way.to) === ends(from, to))
      const said = own.flatMap(({ events, condition }) => [...events, condition ?? ''])
      const general = /Done$/.test(why)
        ? 'nothingMissing'
        : /^(?!obligations).*Open$/.test(why)
          ? 'somethingMissing'
          : why
      expect(said, `${from} → ${to}`).toContain(general)
    }
    expect(ways.flatMap(({ events, condition }) => (condition ? [condition] : events))).toHaveLength(
      written.length,
    )
  })

  it.each(languages)('was drawn from the chart of today', ({ drawings }) => {
    const drawn = drawings.whole.ways.map(({ points: _points, label: _label, ...way }) => way)
    expect(drawn).toEqual(chartOf().ways)
  })
})

describe('each way', () => {
  it.each(languages)('is one arrow in Mermaid, and stands with its words in the picture', (diagrams) => {
    const { ways } = diagrams.drawings.whole
    const said = ways.map((way) => linesOf(diagrams.words, way))
    const arrows = toMermaid(diagrams).match(/-->.*:/g) ?? []
    expect(arrows).toHaveLength(ways.length)
    const drawn = toSvg(diagrams).split('<g data-way=').slice(1)
    for (const [place, words] of said.entries())
      for (const word of words) expect(drawn[place]).toContain(`>${word}</text>`)
  })
})

describe('the text of a Mermaid diagram', () => {
  it('writes marks that end a label as their numbers, and loses none', () => {
    expect(toMermaid(diagramsEn)).toContain(': host says#58; sales on\n')
    const words = { ...diagramsEn.words, any: 'a:b;c"d#e{f}<g>' }
    expect(toMermaid({ words })).toContain(
      'state "a#58;b#59;c#34;d#35;e#123;f#125;#60;g#62;" as live_application_any\n',
    )
  })
})

describe('a record in a diagram', () => {
  it('has a thick edge where it is, and nowhere else', () => {
    for (const record of values.values()) {
      const states = toSvg(diagramsEn, { record }).split('<g data-state=').slice(1)
      for (const state of states) expect(state.includes('stroke-width="3"')).toBe(state.includes('data-here'))
    }
  })

  it('is where XState says it is, in every state of the golden journals', () => {
    expect(new Set([...values.values()].flatMap(placesOf))).toEqual(new Set(paths))
    for (const record of values.values())
      expect(hereIn(toSvg(diagramsEn, { record }))).toEqual(placesOf(record))
  })

  it('is marked by a word as well, in the title and in the state', () => {
    const [record] = golden
      .filter(({ record: { value } }) => JSON.stringify(value).includes('"held"'))
      .map(({ record }) => record)
    const svg = toSvg(diagramsZhCn, { part: 'live', record })
    expect(svg).toMatch(/<title>存续 · 当前: .*停用中/)
    expect(svg).toMatch(/>停用中<\/text><text [^>]*>当前</)
    expect(toMermaid(diagramsZhCn, { part: 'live', record })).toMatch(
      /class .*live_service_suspended_held.* here/,
    )
  })

  it('is said to be in the same states by the list', () => {
    for (const record of values.values()) {
      const here = outlineOf(diagramsEn, { record }).filter((state) => state.here)
      expect(here.map(({ path }) => path).sort()).toEqual(placesOf(record))
    }
    const held = outlineOf(diagramsEn, { part: 'live' }).find(
      ({ path }) => path === 'live.service.suspended.held',
    )
    expect(held).toMatchObject({ text: 'Held', depth: 3, here: false })
    expect(held?.ways.map(({ toText, text }) => `${text} → ${toText}`)).toEqual([
      'holds gone, test owed → Device test owed',
      'nothing owed → Being enabled',
    ])
  })
})

describe('the text of a picture', () => {
  const all = languages.flatMap((diagrams) =>
    diagramParts.map((part) => [diagrams.words.lang, part, diagrams] as const),
  )

  it.each(all)(
    '%s, %s, can be read by every reader of XML, and has nothing that a page may forbid',
    (_lang, part: DiagramPart, diagrams) => {
      for (const colours of ['page', 'light', 'dark'] as const) {
        const svg = toSvg(diagrams, { part, colours })
        expect(isWellFormed(svg)).toBe(true)
        expect(svg).not.toMatch(/<script|<style|style=|href=| id=|on[a-z]+=|@import|url\(/)
        expect(toSvg(diagrams, { part, colours })).toBe(svg)
      }
    },
  )

  it.each(all)(
    '%s, %s, fits a phone with letters of 12 pixels, and says all the same',
    (_lang, part, diagrams) => {
      const narrow = toSvg(diagrams, { part, width: 'narrow' })
      expect(isWellFormed(narrow)).toBe(true)
      expect(Math.max(...attributes(narrow, 'width').slice(0, 1).map(Number))).toBeLessThanOrEqual(340)
      expect(Math.min(...attributes(narrow, 'font-size').map(Number))).toBeGreaterThanOrEqual(12)
      const wide = toSvg(diagrams, { part })
      for (const name of ['data-state', 'data-way'])
        expect(attributes(narrow, name)).toEqual(attributes(wide, name))
      const said = (svg: string) => svg.replaceAll(/<desc>[\s\S]*<\/desc>|<[^>]*>|\s/g, '')
      expect([...said(narrow)].sort()).toEqual([...said(wide)].sort())
    },
  )

  it.each(all)(
    '%s, %s, marks the same states whether it is drawn, listed or written down',
    (_, part, diagrams) => {
      const { words, drawings } = diagrams
      const inner = drawings[part].states.filter(({ kind }) => kind === 'leaf' || kind === 'elsewhere')
      for (const record of values.values()) {
        const here = hereIn(toSvg(diagrams, { part, record }))
        const marked = inner.filter(({ path }) => here.includes(path)).map(({ path }) => path)
        const [, ids = ''] = toMermaid(diagrams, { part, record }).match(/^ {2}class (.*) here$/m) ?? []
        expect(ids.split(',').filter(Boolean).sort()).toEqual(
          marked.map((path) => path.replaceAll('.', '_')).sort(),
        )
        const [, title = ''] = toSvg(diagrams, { part, record }).match(/<title>([^<]*)</) ?? []
        const name = words.texts.state[part === 'whole' ? 'terminalLifecycle' : part]
        const states = inner
          .filter(({ path }) => marked.includes(path))
          .map(({ state }) => (words.texts.state as Readonly<Record<string, string>>)[state] ?? state)
        expect(title).toBe(states.length === 0 ? name : `${name} · ${words.here}: ${states.join(words.and)}`)
      }
    },
  )

  it.each(all)('%s, %s, lists and describes every way that it draws, and no other', (_, part, diagrams) => {
    const outline = outlineOf(diagrams, { part })
    const drawn = attributes(toSvg(diagrams, { part }), 'data-way')
    const elsewhere = new Set(
      diagrams.drawings[part].states.filter(({ kind }) => kind === 'elsewhere').map(({ path }) => path),
    )
    const listed = outline.flatMap(({ path, ways }) => ways.map(({ to }) => `${path} ${to}`))
    expect(listed.sort()).toEqual(drawn.filter((way) => !elsewhere.has(way?.split(' ')[0] ?? '')).sort())
    const [, desc = ''] = toSvg(diagrams, { part }).match(/<desc>([\s\S]*)<\/desc>/) ?? []
    const described = outline.filter(({ ways }) => ways.length > 0).map(({ text }) => text)
    expect(desc.split('\n').map((line) => line.split(': ')[0])).toEqual(described)
    const depths = outline.map(({ path, depth }) => path.split('.').length - depth)
    expect(new Set(depths).size).toBe(1)
    expect(Math.min(...outline.map(({ depth }) => depth))).toBe(0)
  })

  it('says done in an obligation that has ended, and now everywhere else', () => {
    const clearing = { acceptance: 'done', transactions: 'open' }
    const record = { value: { closing: { clearing } } }
    const svg = toSvg(diagramsEn, { part: 'clearing', record })
    const marks = [...svg.matchAll(/data-state="([^"]*)" data-here="true">.*?<\/g>/g)]
      .map(([all, path]) => [path, /✓ done/.test(all), />now</.test(all)] as const)
      .filter(([path]) => path?.startsWith('closing.clearing.') && path.split('.').length === 4)
    expect(marks).toEqual([
      ['closing.clearing.acceptance.done', true, false],
      ['closing.clearing.transactions.open', false, true],
    ])
  })

  it('describes for whoever does not see it what leads where', () => {
    const [, desc = ''] = toSvg(diagramsEn, { part: 'closing' }).match(/<desc>([\s\S]*)<\/desc>/) ?? []
    expect(desc).toContain(
      'Closure being verified: an obligation is open again → Clearing; register says: closed → Closed;',
    )
    expect(toSvg(diagramsZhCn, { part: 'live' })).toContain('<desc>存续: 已决定关闭 → 关闭办理中.')
  })

  it('keeps words of somebody else from becoming elements', () => {
    const words = { ...diagramsEn.words, here: '<script>&"' }
    const svg = toSvg({ ...diagramsEn, words }, { record: { value: 'closed' } })
    expect(svg).toContain('&lt;script&gt;&amp;&quot;')
    expect(isWellFormed(svg)).toBe(true)
  })

  it('of one language has no other in its bundle', async () => {
    const bundle = await bundleOf("export { toSvg, diagramsEn } from './dist/diagram/index.js'")
    expect(bundle).not.toMatch(/\p{Script=Han}/u)
    expect(bundle).not.toContain('createMachine')
  })
})
