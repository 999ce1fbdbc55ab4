// GET /readyz, for whoever keeps watch. Next.js lets requests end when it is told to stop; files close with the process.
import { house, stopping } from '../../lib/house.ts'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

export const GET = async (): Promise<Response> => {
  const { reachable } = await house().runtime.health()
  return Response.json({ reachable }, { status: reachable && !stopping().signal.aborted ? 200 : 503 })
}
