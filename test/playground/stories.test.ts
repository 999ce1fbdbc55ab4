import { requirements } from 'terminal-lifecycle/machine'
import { describe, expect, it } from 'vitest'
import { load } from '../../docs/playground/app/load.ts'
import { whyNot } from '../../docs/playground/case/ask.ts'
import { people } from '../../docs/playground/case/people.ts'
import { playAll } from '../../docs/playground/case/play.ts'
import { fromAddress, longestAddress, toAddress } from '../../docs/playground/case/share.ts'
import { topics } from '../../docs/playground/stories/story.ts'
import { caseOf, stories } from '../../docs/playground/stories.ts'
import { tongueIn } from '../../docs/playground/words/tongue.ts'
import { outlineOf } from '../../src/diagram/index.ts'

const lastOf = (name: string) => {
  const story = stories[name]
  if (story === undefined) throw new Error(`No story ${name}`)
  const moments = playAll(caseOf(story))
  const moment = moments.at(-1)
  if (moment === undefined) throw new Error('No moment')
  return { story, moments, moment }
}

describe.each(Object.keys(stories))('the story %s', (name) => {
  it('ends as its caption says', async () => {
    const { story, moments, moment } = lastOf(name)
    const { who, look, end } = story
    const { diagrams } = tongueIn('en')
    const here = outlineOf(diagrams, { record: moment.record }).filter((one) => one.here)
    expect(here.map(({ path }) => path)).toEqual(expect.arrayContaining([...end.in]))
    const asking = { at: moment.now, actor: people.intake.actor }
    const { currentlyDue, pastDue } = requirements(moment.record, asking)
    const wanted = [...currentlyDue, ...pastDue].map(({ code }) => code)
    expect(wanted).toEqual(expect.arrayContaining([...(end.wants ?? [])]))
    const issues = moments.flatMap(({ entries }) => entries.flatMap((entry) => entry.issues))
    expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining([...(end.issues ?? [])]))
    const { sheet } = await load(`#s=${name}`)
    expect(sheet?.type).toBe(look)
    if (end.refused !== undefined && sheet) {
      const codes = whyNot(moment, who, { ...sheet.draft }).map(({ code }) => code)
      expect(codes).toEqual(end.refused)
    }
  })

  it('is the same case when it comes back out of its address', async () => {
    const { story, moment } = lastOf(name)
    const told = caseOf(story)
    const address = await toAddress(told)
    expect(address).toMatch(/^c=1\.[\w-]+$/)
    expect(address.length).toBeLessThan(longestAddress / 4)
    const again = await fromAddress(`#${address}`)
    expect(again).toEqual(told)
    expect(again && playAll(again).at(-1)?.record).toEqual(moment.record)
  })

  it('is told in both languages', () => {
    const { title, caption } = lastOf(name).story
    for (const words of [title, caption]) {
      expect(words['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(words.en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

it('there is a story for every topic, and none has a name that an address cannot hold', () => {
  expect(new Set(Object.values(stories).map(({ topic }) => topic))).toEqual(new Set(topics))
  for (const name of Object.keys(stories)) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
})
