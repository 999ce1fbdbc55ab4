import type { TestProject } from 'vitest/node'
import { startCluster } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    /** Of the server; 0: of one that somebody else started. */
    postgresPid: number
  }
}

/** One server for all files, or the one that POSTGRES_URL names. Where there is none, every test fails and says what to do. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.POSTGRES_URL
  if (given) {
    project.provide('postgresUrl', given)
    project.provide('postgresPid', 0)
    return undefined
  }
  const cluster = await startCluster()
  project.provide('postgresUrl', cluster.url)
  project.provide('postgresPid', cluster.pid)
  return () => cluster.stop()
}
