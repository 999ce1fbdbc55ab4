// POST /terminals. How a terminal comes into the house is yours to say: from your own systems, from a file, or like this.
import { problemFor } from 'terminal-lifecycle/server'
import { house, onError } from '../../lib/house.ts'
import { authenticate } from '../../lib/people.ts'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

export const POST = async (request: Request): Promise<Response> => {
  const actor = authenticate(request)
  if (actor?.role !== 'provider') return Response.json({ code: 'FORBIDDEN' }, { status: 403 })
  try {
    const given = await request.json().catch(() => undefined)
    const { record } = await house().runtime.open({ ...given, openedBy: actor }, { actor })
    return Response.json({ lifecycleId: record.context.identity.lifecycleId }, { status: 201 })
  } catch (error) {
    return problemFor(error, request, { onError })
  }
}
