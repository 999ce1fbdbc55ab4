import { type AcquirerClient, bearer, createAcquirerClient } from '../../../src/client/index.ts'
import { type Actor, duties, type Role } from '../../../src/domain/index.ts'
import { clientEnvironment } from '../system/environments.ts'
import type { Office } from '../system/office.ts'
import { OnTheWay, way } from '../system/way.ts'
import type { World } from '../system/world.ts'

export const acquirerId = 'acquirer-1'

const portalWay = {
  requestLost: 'portalRequestLost',
  replyLost: 'portalReplyLost',
  repeated: 'portalRepeated',
  delayed: 'portalDelayed',
  slow: 'portalSlow',
  malformed: 'portalMalformed',
  gateway: 'portalGateway',
  cut: 'uploadCut',
} as const

const tokenOf = ({ role, personId, organisationId }: Actor): string => `${role}.${personId}.${organisationId}`

/** Everybody there is, each with a client of their own. */
export class Staff {
  readonly people = new Map<string, Actor>()
  readonly onTheWay = new OnTheWay()
  /** Everything that came to merchants, in bytes; for who looks for what must not be in it. */
  readonly toMerchants: string[] = []
  readonly #world: World
  readonly #clients = new Map<string, AcquirerClient>()
  office: Office | undefined

  constructor(world: World) {
    this.#world = world
  }

  actor(role: Role, personId: string, organisationId = acquirerId): Actor {
    const actor: Actor = {
      ...{ role, personId, organisationId, acquirerId },
      duties: role === 'provider' ? duties.filter((duty) => duty !== 'auditor') : [],
    }
    this.people.set(tokenOf(actor), actor)
    return actor
  }

  clientOf(actor: Actor): AcquirerClient {
    const token = tokenOf(actor)
    const known = this.#clients.get(token)
    if (known) return known
    this.people.set(token, actor)
    const { office } = this
    if (!office) throw new Error('Nobody is there')
    const travel = way(this.#world, `${actor.personId} portal`, portalWay, this.onTheWay, (request) =>
      office.receive(request, 'portal'),
    )
    const client = createAcquirerClient({
      baseUrl: 'https://office.example/v1',
      auth: bearer(token),
      environment: clientEnvironment(this.#world, `${actor.personId} client`),
      transport: async (request) => {
        const answer = await travel(request)
        if (actor.role === 'merchant')
          this.toMerchants.push(new TextDecoder().decode(await answer.bytes(1e9)))
        return answer
      },
    })
    this.#clients.set(token, client)
    return client
  }
}
