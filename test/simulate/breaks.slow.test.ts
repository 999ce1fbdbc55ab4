import { describe, expect, it } from 'vitest'
import { breaks } from './breaks/breaks.ts'
import { simulated } from './run-child.ts'

/** In so few seeds each of them has to show; nearly all do in the first twenty. */
const seeds = '120'

describe('a fault that is built into the library', () => {
  it.each(Object.keys(breaks))('is found: %s', async (name) => {
    const { broken } = await simulated('--seeds', seeds, '--break', name)
    expect(broken.length).toBeGreaterThan(0)
  })
})
