// POST /webhooks: what your systems report.
import { house } from '../../lib/house.ts'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

export const POST = (request: Request): Promise<Response> => house().webhooks(request)
