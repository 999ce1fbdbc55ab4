import { type openOffice, pixel } from './an-office.ts'

export const field = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

export const scan = (name = '执照.png', type = 'image/png'): File => new File([pixel], name, { type })

export const closure = '/t/life-1/acts/closure.requested'
/** What somebody at the counter fills in, on top of what the page knows. */
export const filled = (page: string) => ({
  _version: field(page, '_version'),
  _commandId: field(page, '_commandId'),
  _application: field(page, '_application'),
  _procedure: field(page, '_procedure'),
  reason: 'NO_LONGER_NEEDED',
  merchantName: '听雨轩茶舍',
  channel: 'offline',
  disposition: 'return',
  'signatory.personId': 'owner-1',
  'signatory.authority': 'owner',
  'contact.email': 'lin@example.com',
  'acknowledgement.procedureVersion': '2026-01',
  'acknowledgement.contractReviewed': 'yes',
  attested: 'yes',
})

/** An application of the merchant's, filed at the counter by whoever this is. */
export const fileClosure = async ({ ask }: Awaited<ReturnType<typeof openOffice>>, as: 'li' | 'chen') => {
  const page = await (await ask(`${closure}?reason=NO_LONGER_NEEDED`, { as })).text()
  const papers = {
    'paper.identity_proof.file': scan('身份证.png'),
    'paper.identity_proof.facts.validTo': '2031-12-31',
    'paper.business_licence.file': scan(),
    'paper.business_licence.facts.validTo': '2031-12-31',
  }
  const answer = await ask(closure, { form: { ...filled(page), ...papers }, as })
  if (answer.status !== 303) throw new Error(await answer.text())
}
