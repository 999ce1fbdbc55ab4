import { beforeAll, describe, expect, it } from 'vitest'
import { bundleTests, type TestBundle } from './bundle.ts'
import { hosts, runInNode22 } from './hosts.ts'

// Each runs some fifteen hundred tests, one after the other.
const timeout = 900_000

let bundle: TestBundle
beforeAll(async () => {
  bundle = await bundleTests()
})

it('leaves out only the tests that need modules of Node or the clocks of the runner', () => {
  // the tests of the transport for Node among them
  expect(bundle.leftOut.length).toBeLessThan(bundle.files.length / 3)
  expect(bundle.files.length).toBeGreaterThan(60)
})

describe("the client's, the contract's and the machine's tests hold", () => {
  it('in Node 22, those that need its modules as well', { timeout }, async () => {
    expect(bundle.leftOut).not.toEqual([])
    await runInNode22(bundle.leftOut)
  })

  for (const [name, run] of Object.entries(hosts)) {
    it(`in ${name}`, { timeout }, async () => {
      const { passed, failed } = await run(bundle.code)
      expect(failed).toEqual([])
      expect(Object.keys(passed).sort()).toEqual([...bundle.files].sort())
    })
  }
})
