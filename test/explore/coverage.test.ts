import { describe, expect, it } from 'vitest'
import { lifeAt } from './beginning.ts'
import { pairsThatNeverMeet } from './coverage.ts'
import { ordersDiffer } from './either-order.ts'
import { exceptions } from './exceptions.ts'
import { worlds } from './worlds/index.ts'

describe('the small worlds', () => {
  it('let each topic of the machine meet each other one', () => {
    expect(pairsThatNeverMeet(worlds)).toEqual([])
  })

  it('would miss a pair that meets in no world', () => {
    const others = worlds.filter(({ name }) => name !== 'account and agents')
    expect(pairsThatNeverMeet(others)).toEqual(['account and agents'])
  })

  it('have names of their own', () => {
    expect(new Set(worlds.map(({ name }) => name)).size).toBe(worlds.length)
  })

  it('begin as they say: what comes before is heard', () => {
    const beginnings = new Map(worlds.map((world) => [JSON.stringify([world.opening, world.before]), world]))
    for (const world of beginnings.values()) expect(() => lifeAt(world, [])).not.toThrow()
  })
})

describe('an exception from "in either order"', () => {
  it.each(exceptions)('%s / %s is still one', (...exception) => {
    expect(ordersDiffer(exception)).toBe(true)
  })
})
