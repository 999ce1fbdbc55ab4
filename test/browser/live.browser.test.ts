import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closure } from '../schemas/examples/requests.ts'
import { behindRuntime } from '../support/behind-runtime.ts'
import { liveCases, told } from '../support/live-cases.ts'
import { namelessIn } from '../support/nameless.ts'
import { m1 } from '../support/people.ts'
import { paper, start, terminal } from '../support/samples.ts'
import { bundlePage } from './bundle.ts'
import { openPage } from './open-page.ts'
import { questions } from './questions.ts'

let bundle: Awaited<ReturnType<typeof bundlePage>>
let page: Awaited<ReturnType<typeof openPage>>

beforeAll(async () => {
  bundle = await bundlePage()
  page = await openPage(bundle.code)
  await page.ask('start')
})
afterEach(() => expect(page.complaints.splice(0)).toEqual([]))
afterAll(() => page?.close())

describe('the bundle of a page', () => {
  it('is made of the built package', () => {
    expect(bundle.inputs).toContain('dist/machine/index.js')
    expect(bundle.inputs.filter((path) => path.startsWith('src/'))).toEqual([])
  })

  it('leaves no module to the host, such as those of Node', () => {
    expect(bundle.leftOut).toEqual([])
  })
})

describe('live in a browser through the service worker tells the journal of the runtime over HTTP', () => {
  for (const [name, acts] of Object.entries(liveCases))
    it(name, async () => {
      page.answers.length = 0
      const journal = await page.ask('live', name)
      expect(journal.length).toBeGreaterThan(acts.length + 2)
      expect(namelessIn(journal)).toEqual(namelessIn(told(await behindRuntime(acts))))
      expect(page.answers.length).toBeGreaterThan(0)
      const elsewhere = { origin: 'https://acquirer.example', byWorker: true }
      expect(page.answers).toEqual(page.answers.map(() => elsewhere))
    })
})

describe('a browser and Node give the same answer', () => {
  it('to a form with mistakes in it', async () => {
    const form = { ...closure(), merchantId: 'M 1', attested: false, password: 'x', documents: [{ id: '' }] }
    const problems = await page.ask('problems', form)
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['/merchantId', '/password']))
    expect(problems).toEqual(questions.problems(form))
  })

  it('to a form without one', async () => {
    expect(questions.problems(closure())).toEqual([])
    expect(await page.ask('problems', closure())).toEqual([])
  })

  it('to the question whether a terminal may be closed', async () => {
    const input = terminal({ holds: [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS' }] })
    const check = await page.ask('check', input, start, m1)
    expect(check.blockers.map(({ code }) => code)).toContain('DOCUMENTS_INCOMPLETE')
    expect(check).toEqual(questions.check(input, start, m1))
  })

  it('to what a reviewer signs, Chinese names included', async () => {
    const papers = [paper('closure_request'), paper('business_licence')]
    const digest = await page.ask('digest', closure(), papers)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(digest).toBe(await questions.digest(closure(), papers))
    expect(digest).not.toBe(await questions.digest({ ...closure(), terminalId: '10000002' }, papers))
  })
})
