import { spawnSync } from 'node:child_process'

/**
 * Seconds of CPU that a command and everything it starts use, in the folder given.
 *
 * @throws when it fails.
 */
export const cpuOf = (command: string, cwd: string): number => {
  // The shell tells what its children used in its last line: `0m1.234s 0m0.056s`.
  const { stdout, status } = spawnSync('bash', ['-c', `${command} >&2; code=$?; times; exit $code`], {
    ...{ cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 2] },
  })
  const [user, system] = [...stdout.matchAll(/(\d+)m([\d.]+)s/g)]
    .slice(-2)
    .map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
  if (status !== 0 || user === undefined || system === undefined) throw new Error(`${command}: ${status}`)
  return user + system
}
