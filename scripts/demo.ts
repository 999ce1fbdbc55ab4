// `npm run demo [-- --home sqlite|memory|postgres|restate]`: a back end with forty terminals in every state, its console, and the
// merchants' portal where it is built.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { listen } from 'terminal-lifecycle/server/node'
import { staffOnly } from '../examples/acquirer-backend/people.ts'
import { people as merchants } from '../examples/merchant-portal/src/session.ts'
import { buildPortal } from '../test/browser/build-portal.ts'
import { projectOf, root } from '../test/examples/project.ts'
import { homeNames, isHomeName, moveInto } from './demo/home.ts'
import { seed } from './demo/seed.ts'

const say = (...lines: readonly string[]): void => console.log(lines.join('\n'))

const usage = `npm run demo -- [--home NAME]    NAME: ${homeNames.join(', ')}; sqlite when left out`
const asked = (): { home?: string; help?: boolean } => {
  try {
    const options = {
      home: { type: 'string', default: 'sqlite' },
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ options }).values
  } catch {
    return {}
  }
}
const { home, help } = asked()
if (help) {
  say(usage)
  process.exit(0)
}
if (home === undefined || !isHomeName(home)) {
  console.error(`${process.argv.slice(2).join(' ')}: there is only --home, one of ${homeNames.join(', ')}.`)
  process.exit(2)
}

const project = projectOf('acquirer-backend', 'built')
const data = join(project.folder, 'data')
mkdirSync(data)

// Chinese letters for a machine without any, where the browser tests have brought them.
const letters = join('node_modules', '@fontsource-variable', 'noto-sans-sc')
if (existsSync(join(root, 'tools', 'chromium', letters))) {
  mkdirSync(dirname(join(project.folder, letters)), { recursive: true })
  symlinkSync(join(root, 'tools', 'chromium', letters), join(project.folder, letters), 'junction')
}

say('Telling forty terminals what happened to them ...')
const house = await seed(data, Date.now())
// The acquirer's systems go on where the story ends.
const systems = await listen(house.systems.handle)

// The merchants' pages are built from what tools/portal has.
const portal = buildPortal({ mock: false })
const servers = await moveInto(project.folder, home)
const server = await project
  .start('main.ts', {
    PORT: process.env.PORT ?? '0',
    DATA: data,
    SYSTEMS_URL: `${systems.url}/v1`,
    PARK_AFTER: '3',
    PORTAL: portal.folder,
    ...servers.env,
  })
  .catch(async (error: unknown) => {
    await servers.stop()
    throw error
  })

say(
  '',
  `Console   ${server.line}/console`,
  `Portal    ${server.line}/`,
  '',
  'Sign in to the console as',
  ...staffOnly.map(({ names, actor }) => `  ${names['zh-CN']} ${names.en}: ${actor.duties.join(', ')}`),
  'Sign in to the portal as',
  ...merchants.map(({ name }) => `  ${name}`),
  '',
  'Everybody and everything is made up. Ctrl+C ends it.',
)

let isEnding = false
const end = async (): Promise<void> => {
  if (isEnding) return
  isEnding = true
  await server.end('SIGTERM')
  await systems.close()
  await servers.stop()
  project.remove()
  portal.remove()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
