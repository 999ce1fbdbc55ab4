import { type Found, Search } from './search.ts'
import { worldNamed } from './worlds/index.ts'

/** What is explored with every run of the slow tests: a world; of its states how many are expanded and met, and their transitions. */
export const small = [
  ['a hold that evidence ends', 60, 103, 271],
  ['a hold that the provider ends', 60, 104, 256],
  ['a hold that nobody must know of', 40, 150, 220],
  ['a suspension that is asked for', 146, 146, 537],
  ['a closure that is imposed', 121, 121, 454],
  ['a deposit and a charge: device_pledge', 60, 288, 538],
  ['a settlement', 60, 215, 422],
  ['a device that is lost', 40, 270, 474],
  ['the end and what comes after it', 60, 168, 453],
  ['two devices alike', 40, 174, 375],
] as const satisfies readonly (readonly [world: string, expanded: number, met: number, transitions: number])[]

/** The worlds of the small run, each as far as it goes; everything is checked everywhere. */
export const exploreSmall = (): readonly Found[] =>
  small.map(([name, states]) => {
    const search = new Search(worldNamed(name), { sameness: 5, eitherOrder: 5, waysOut: 20 })
    try {
      return search.run({ states })
    } finally {
      search.close()
    }
  })
