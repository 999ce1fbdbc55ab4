// Every operation of the contract: GET /api/terminals/…, POST /api/documents, PUT /api/documents/…/content
import { house } from '../../../lib/house.ts'

// Reads are of this moment; node:sqlite is there in Node alone.
export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

export const GET = (request: Request): Promise<Response> => house().portal(request)
export const POST = GET
export const PUT = GET
