import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { simulationFile, withSimulation } from '../../scripts/simulation.ts'
import { breakWords, faultWords } from '../../scripts/simulation-words.ts'
import { locales } from '../../src/domain/index.ts'
import { breaks } from '../simulate/breaks/breaks.ts'
import { faultNames } from '../simulate/engine/faults.ts'

describe.each(locales)('The guide to the simulation in %s', (locale) => {
  it('has the figures of the last run that was kept: else run node scripts/simulation.ts', () => {
    const page = readFileSync(simulationFile(locale), 'utf8')
    expect(withSimulation(page, locale)).toBe(page)
  })
})

it('Every fault of the simulation, struck or built in, has its words', () => {
  expect(Object.keys(faultWords).sort()).toEqual([...faultNames].sort())
  expect(Object.keys(breakWords).sort()).toEqual(Object.keys(breaks).sort())
})
