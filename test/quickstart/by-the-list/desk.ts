import { type Actor, type EventType, evidenceSlots, profileOf, type Role } from 'terminal-lifecycle/domain'
import type { Requirement } from 'terminal-lifecycle/machine'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import { hex, type Paper, paperOf, papersIn } from './papers.ts'
import { payload } from './payload.ts'
import type { Outcome, Teller } from './teller.ts'

/** What a desk needs of whoever carries its words. */
export type Counter = Pick<
  Teller,
  'told' | 'terminal' | 'people' | 'now' | 'record' | 'send' | 'asked' | 'pass'
>

type Wanted = Outcome['blockers'][number] & Partial<Requirement>

/** What refusals said of an event, by the names of its fields. */
type Hints = Record<string, unknown> & { papers?: readonly Paper[]; seen?: readonly object[] }

const mostRounds = 60
const mostTries = 8
const deepest = 6
/** A way that was taken so often, and after which the same is still asked for, leads nowhere. */
const mostTaken = 3

const nameOf = ({ code, ref }: Wanted): string => `${code} ${ref ?? ''}`
const listed = (value: unknown): readonly string[] => (value === undefined ? [] : [value].flat().map(String))

/** Somebody who knows the list, the schemas and nothing else: sends what a requirement says would clear it. */
export class Desk {
  readonly #teller: Counter
  /** Those that are on file. */
  readonly #papers: Paper[] = []
  readonly #taken = new Map<string, number>()
  /** What is being cleared now, so that nothing is cleared by way of itself. */
  readonly #active = new Set<string>()

  constructor(teller: Counter) {
    this.#teller = teller
  }

  #paper(type: string, { amount, data }: Pick<Wanted, 'amount' | 'data'> = {}): Paper {
    const { told, terminal } = this.#teller
    const money = { currency: terminal.currency, amount: amount?.amount ?? 0 }
    // the requirement says which account is to be verified
    const token = String(data?.token ?? 'account-1')
    return paperOf(type, `${type}-${told}`, { at: this.#teller.now(), ...money, token })
  }

  /** Papers in the place where an event has them: those that are named, else any. */
  #papersFor(type: EventType, item: Wanted, papers: readonly Paper[] = []): readonly Paper[] {
    const slots: readonly (readonly string[])[] = Object.values(
      (evidenceSlots as Readonly<Record<string, object>>)[type] ?? {},
    )
    const named = [
      (item.papers ?? []).flatMap(({ anyOf }) => anyOf.slice(0, 1)),
      slots.flatMap((types) => types.slice(0, 1)),
      listed(item.data?.wanted).slice(0, 1),
      ['supporting_evidence'],
    ].find((types) => types.length > 0)
    return papers.length > 0 ? papers : (named ?? []).map((name) => this.#paper(name, item))
  }

  #draw(type: EventType, item: Wanted, { papers, seen = [], ...hints }: Hints): LifecycleEvent {
    const { terminal, told } = this.#teller
    const { data, ref, amount } = item
    const field = profileOf(type).item
    return payload(type, {
      values: {
        ...terminal,
        ...{
          duration: type === 'suspension.requested' ? 'temporary' : 'permanent',
          reason: 'NO_LONGER_NEEDED',
        },
        ...{ personId: 'merchant-1', name: terminal.merchantName },
        ...data,
        ...(field && ref !== undefined && { [field]: data?.item ?? ref }),
        // whoever has a paper before them reads off it what papers of its type say
        ...(data?.documentType && { facts: this.#paper(String(data.documentType), item).facts }),
        ...(amount && { amount: amount.amount }),
        checked: [...this.#papers.map(({ id, digest }) => ({ documentId: id, digest })), ...seen],
        ...hints,
      },
      papers: this.#papersFor(type, item, papers),
      text: (name) => (/digest|hash/i.test(name) ? hex(`${name}${told}`) : `${name}-${told}`),
      instant: () => this.#teller.now(),
    })
  }

  /** What a refusal says is missing of the event itself; nothing new: false. */
  #learn(hints: Hints, { code, data = {} }: Wanted): boolean {
    const before = JSON.stringify(hints)
    const { missing, wanted, documentId, ...said } = data
    // whoever decides vouches for a paper, whose digest is not that of what is decided on
    if (documentId === undefined) Object.assign(hints, said)
    else hints.seen = [...(hints.seen ?? []), { documentId, digest: said.digest }]
    const isOther = code === 'EVIDENCE_UNSUITABLE'
    const known = isOther ? [] : (hints.papers ?? [])
    const types = isOther ? listed(wanted).slice(0, 1) : listed(missing ?? wanted)
    const more = types.filter((type) => !known.some((paper) => paper.type === type))
    hints.papers = [...known, ...more.map((type) => this.#paper(type))]
    return JSON.stringify(hints) !== before
  }

  async #send(actor: Actor, event: LifecycleEvent): Promise<Outcome> {
    const outcome = await this.#teller.send(actor, event)
    if (outcome.taken) this.#papers.push(...papersIn(event))
    return outcome
  }

  /** One proposes, another one does it. */
  async #byTwo(act: LifecycleEvent, [first, other]: readonly Actor[]): Promise<boolean> {
    await this.#send(first as Actor, { type: 'act.proposed', act } as LifecycleEvent)
    return (await this.#send((other ?? first) as Actor, act)).taken
  }

  /** Sends the event until it is taken: by another person, with what was said to be missing, or after what stands before it. */
  async attempt(type: EventType, item: Wanted, depth = 0): Promise<boolean> {
    if (type === 'timer.due') return this.#teller.pass(item.due)
    const { roles } = profileOf(type)
    const role =
      roles.find((one) => one === item.owner) ?? (roles.includes('provider') ? 'provider' : roles[0])
    const people = [...this.#teller.people(role as Role)]
    const hints: Hints = {}
    const tried = new Set<string>()
    for (let tries = 0; tries < mostTries; tries += 1) {
      const event = this.#draw(type, item, hints)
      const { taken, blockers } = await this.#send(people[0] as Actor, event)
      if (taken) return true
      let isNew = false
      for (const blocker of blockers) {
        const way = `${blocker.code} ${blocker.clearedBy}`
        if (blocker.code === 'MAKER_IS_CHECKER') {
          people.push(...people.splice(0, 1))
          isNew = true
        } else if (blocker.clearedBy.includes('act.proposed')) {
          if (blockers.length === 1 && (await this.#byTwo(event, people))) return true
        } else if (blocker.clearedBy.includes(type) && this.#learn(hints, blocker)) isNew = true
        else if (depth < deepest && !tried.has(way)) {
          tried.add(way)
          isNew = (await this.#clearFirst(blocker, type, depth + 1)) || isNew
        }
      }
      if (!isNew) return false
    }
    return false
  }

  /** The list may say more of it than the refusal does. */
  async #clearFirst(blocker: Wanted, type: EventType, depth: number): Promise<boolean> {
    const { items } = await this.#teller.asked()
    const item: Wanted = items.find((one) => nameOf(one) === nameOf(blocker)) ?? blocker
    return this.#clear({ ...item, clearedBy: item.clearedBy.filter((name) => name !== type) }, depth)
  }

  /** By the first of its events after which it is no longer asked for. */
  async #clear(item: Wanted, depth = 0): Promise<boolean> {
    const name = nameOf(item)
    if (this.#active.has(name)) return false
    this.#active.add(name)
    let moved = false
    for (const type of item.clearedBy) {
      const way = `${name} ${type}`
      const taken = this.#taken.get(way) ?? 0
      if (taken >= mostTaken || !(await this.attempt(type, item, depth))) continue
      moved = true
      const { items } = await this.#teller.asked()
      if (depth > 0 || !items.some((one) => nameOf(one) === name)) break
      this.#taken.set(way, taken + 1)
    }
    this.#active.delete(name)
    return moved
  }

  /** The first thing on the list that can be done. */
  async clearOne(): Promise<boolean> {
    for (const item of (await this.#teller.asked()).items) if (await this.#clear(item)) return true
    return false
  }

  /** A terminal that lacks nothing is given up. */
  async giveUp(): Promise<boolean> {
    const value = (await this.#teller.record())?.value
    if (typeof value !== 'object' || !('live' in value)) return false
    return this.attempt('closure.requested', {
      code: 'NOT_ALLOWED_IN_STATE',
      owner: 'merchant',
      clearedBy: [],
    })
  }

  /** Works on what is asked for until the life is closed; what is left. */
  async end(): Promise<readonly Wanted[]> {
    for (let round = 0; round < mostRounds; round += 1) {
      if ((await this.#teller.record())?.value === 'closed') return []
      const moved = (await this.clearOne()) || (await this.giveUp()) || (await this.#teller.pass())
      if (!moved) break
    }
    return (await this.#teller.asked()).items
  }
}
