import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Where the tools live: `npm run test:tools` installs them. */
export const toolFolder: string = join(process.cwd(), 'tools/open-api')

export const tool = (name: string): string => join(toolFolder, 'node_modules/.bin', name)

/** What a program says on standard output; whatever it says, when it fails. */
export const said = async (
  command: string,
  args: readonly string[],
  cwd = process.cwd(),
): Promise<string> => {
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  try {
    const options = { cwd, env: { ...process.env, ...quiet }, maxBuffer: 64 * 1024 * 1024 }
    return (await promisify(execFile)(command, [...args], options)).stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${command} failed:\n${stdout}\n${stderr}`)
  }
}
