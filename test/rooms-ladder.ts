import { ladder, neverReaches } from './rooms.ts'
import { filesIn } from './rooms-reader.ts'

/** Source files of the library by their paths from the root of the repository. */
export type Sources = Readonly<Record<string, string>>

const home = 'src/machine/'

/** The room of a file of `machine`; its door has none. */
function roomOf(path: string): string | undefined {
  if (!path.startsWith(home) || path === `${home}index.ts`) return undefined
  const inside = path.slice(home.length)
  return inside.includes('/') ? inside.split('/')[0] : 'top'
}

/** Imports that lead up the ladder, or out of it. */
export function upwards(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    const room = roomOf(path)
    if (room === undefined) return []
    if (!ladder.includes(room)) return [`${path} stands in no room of the ladder`]
    return filesIn(path, source)
      .filter((target) => target.startsWith(home))
      .filter((target) => isAbove(target, room))
      .map((target) => `${path} must not import ${target}`)
  })
}

/** The door is above everything. */
function isAbove(target: string, room: string): boolean {
  const other = roomOf(target)
  return other === undefined || ladder.indexOf(other) > ladder.indexOf(room)
}

/** What is reached from a file, by whatever way. */
function reachedFrom(start: string, sources: Sources): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [start]
  for (let path = open.pop(); path !== undefined; path = open.pop())
    for (const target of filesIn(path, sources[path] ?? ''))
      if (target.startsWith(home) && !reached.has(target)) {
        reached.add(target)
        open.push(target)
      }
  return reached
}

/** `ledger/keys` names a file, `facts/` a whole room. */
const isNamed = (path: string, name: string): boolean =>
  name.endsWith('/') ? path.startsWith(home + name) : path === `${home}${name}.ts`

/** Files that reach what they must never reach. */
export function forbiddenReaches(sources: Sources): string[] {
  return Object.entries(neverReaches).flatMap(([from, never]) =>
    Object.keys(sources)
      .filter((path) => isNamed(path, from))
      .flatMap((path) =>
        [...reachedFrom(path, sources)]
          .filter((target) => never.some((name) => isNamed(target, name)))
          .map((target) => `${path} reaches ${target}`),
      ),
  )
}
