// A client that other people's tools made of docs/open-api.json, at work: what it is told goes to standard output as JSON.
import createClient from 'openapi-fetch'
import type { components, paths } from './contract.d.ts'

type Event = components['schemas']['LifecycleEvent']

declare const process: { readonly argv: readonly string[] }
const [, , baseUrl = '', token = ''] = process.argv
const client = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}` } })
const path = { lifecycleId: 'life-1' }

const seen = await client.GET('/terminals/{lifecycleId}', { params: { path } })
if (!seen.data) throw new Error(`getTerminal: ${seen.error?.code}`)

const check = await client.GET('/terminals/{lifecycleId}/checks/closure', { params: { path } })

const event: Event = {
  type: 'note.recorded',
  kind: 'supportContact',
  text: 'Please call before noon.',
}
const header = { 'Idempotency-Key': 'generated-1', 'If-Match': `"${seen.data.version}"` }
const told = await client.POST('/terminals/{lifecycleId}/events', {
  params: { path, header },
  body: { event },
})

const stale = await client.POST('/terminals/{lifecycleId}/events', {
  params: { path, header: { ...header, 'Idempotency-Key': 'generated-2' } },
  body: { event },
})
const unknown = await client.GET('/terminals/{lifecycleId}', { params: { path: { lifecycleId: 'nobody' } } })

console.log(
  JSON.stringify({
    before: seen.data.version,
    possible: check.data?.possible,
    after: told.data?.version,
    told: told.error?.code ?? null,
    stale: stale.error?.code,
    unknown: unknown.error?.code,
  }),
)
