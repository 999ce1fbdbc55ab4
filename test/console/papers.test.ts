import { expect, it } from 'vitest'
import { seenOf } from '../../examples/acquirer-backend/console/scans.ts'
import { acquirerId, people } from '../../examples/acquirer-backend/people.ts'
import { now } from './a-reader.ts'
import { merchantId, openOffice, pixel } from './an-office.ts'

const scanAt = (paper: string, scan: string, rest = ''): string =>
  `/t/life-1/papers/${paper}/scans/${scan}${rest}`

it('shows the scan of a paper beside what is compared with it', async () => {
  const { ask, bring } = await openOffice()
  await bring('business_licence')
  const page = await (await ask('/t/life-1/papers/DOC-1')).text()
  expect(page).toContain('src="/console/t/life-1/papers/DOC-1/scans/DOC-1"')
  expect(page).toContain('31 December 2031')
  expect(page).toContain('valid on 16 March 2026')
  expect(page).toContain('Lin Xiao')
  expect(await (await ask('/t/life-1')).text()).toContain('loading="lazy"')
})

it('sends the bytes as what they are, in place or as a download, under the name that they came with', async () => {
  const { ask, bring } = await openOffice()
  await bring('business_licence')
  const shown = await ask(scanAt('DOC-1', 'DOC-1'))
  expect(shown.status).toBe(200)
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(shown.headers.get('cache-control')).toBe('no-store')
  expect(shown.headers.get('content-disposition')).toBe(
    `inline; filename="__.png"; filename*=UTF-8''%E6%89%A7%E7%85%A7.png`,
  )
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(pixel)
  const saved = await ask(scanAt('DOC-1', 'DOC-1', '?as=download'))
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/)
})

it('shows nothing to a merchant, and no document that the case does not name', async () => {
  const { ask, bring, documents } = await openOffice()
  await bring('business_licence')
  const owner = { acquirerId, role: 'merchant', organisationId: merchantId } as const
  const paper = { documentId: 'DOC-2', type: 'business_licence', owner, mediaType: 'image/png' } as const
  await documents.keep(paper, pixel, now)
  expect((await ask(scanAt('DOC-1', 'DOC-1'), { as: 'lin' })).status).toBe(401)
  for (const path of [scanAt('DOC-1', 'DOC-2'), scanAt('DOC-2', 'DOC-2'), scanAt('constructor', 'DOC-1')])
    expect([path, (await ask(path)).status]).toEqual([path, 404])
  expect((await ask('/t/life-1/papers/DOC-2')).status).toBe(404)
  expect((await ask('/t/life-2/papers/DOC-1')).status).toBe(404)
})

it('shows no bytes but those that the record names, and none of another acquirer', async () => {
  const { documents } = await openOffice()
  const owner = { acquirerId, role: 'merchant', organisationId: merchantId } as const
  const kept = await documents.keep(
    { documentId: 'D', type: 'business_licence', owner, mediaType: 'image/png' },
    pixel,
    now,
  )
  const { actor } = people.wang
  const paper = { id: 'D', digest: kept.digest }
  expect((await seenOf(documents, paper, { actor, now })).scans).toHaveLength(1)
  expect(await seenOf(documents, { ...paper, digest: 'f'.repeat(64) }, { actor, now })).toMatchObject({
    scans: [],
    missing: 'elsewhere',
  })
  const stranger = { ...actor, acquirerId: 'acquirer-2' }
  expect((await seenOf(documents, paper, { actor: stranger, now })).scans).toEqual([])
})

it('finds the scans that a structured paper names, and shows a page of it as nothing but a download or a picture', async () => {
  const { documents } = await openOffice()
  const owner = { acquirerId, role: 'merchant', organisationId: merchantId } as const
  const scan = await documents.keep(
    { type: 'business_licence', owner, mediaType: 'image/png', name: 'a.png' },
    pixel,
    now,
  )
  const markup = await documents.keep(
    { type: 'business_licence', owner, mediaType: 'text/html', name: 'b.html' },
    new TextEncoder().encode('<script>'),
    now,
  )
  const files = [scan, markup].map(({ digest, name }) => ({ sha256: digest, name }))
  const said = new TextEncoder().encode(JSON.stringify({ name: '听雨轩茶舍', files }))
  const { digest } = await documents.keep({ documentId: 'J', type: 'business_licence', owner }, said, now)
  const seen = await seenOf(documents, { id: 'J', digest }, { actor: people.wang.actor, now })
  expect(seen.scans.map(({ mediaType, name }) => [mediaType, name])).toEqual([['image/png', 'a.png']])
  expect(seen.says).toEqual({ name: '听雨轩茶舍' })
})

it('shows no scan of a structured paper that another acquirer was sent, or whose bytes are gone', async () => {
  const { documents } = await openOffice()
  const sent = async (owner: string, byte: number) => {
    const bytes = Uint8Array.from([...pixel, byte])
    return documents.keep(
      {
        ...{ type: 'business_licence', mediaType: 'image/png', name: `${byte}.png` },
        owner: { acquirerId: owner, role: 'merchant', organisationId: merchantId },
      } as const,
      bytes,
      now,
    )
  }
  const [own, foreign, gone] = [
    await sent(acquirerId, 1),
    await sent('acquirer-2', 2),
    await sent(acquirerId, 3),
  ]
  await documents.forget(gone.documentId, now)
  const files = [own, foreign, gone].map(({ digest, name }) => ({ sha256: digest, name }))
  const owner = { acquirerId, role: 'merchant', organisationId: merchantId } as const
  const said = new TextEncoder().encode(JSON.stringify({ files }))
  const { digest } = await documents.keep({ documentId: 'J', type: 'business_licence', owner }, said, now)
  const seen = await seenOf(documents, { id: 'J', digest }, { actor: people.wang.actor, now })
  expect(seen.scans.map(({ name }) => name)).toEqual(['1.png'])
})

it('says why there is nothing to see', async () => {
  const { ask, bring, documents } = await openOffice()
  await bring('business_licence')
  await documents.forget('DOC-1', now)
  expect(await (await ask('/t/life-1/papers/DOC-1')).text()).toContain('need not be kept any more')
})
