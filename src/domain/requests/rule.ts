/** Codes of the checks on which a decision about an application rests; the same through every way in. */
export const requestFaults = [
  'REQUIRED_HERE',
  'DUPLICATE_ITEM',
  'MUST_BE_CONFIRMED',
  'MANDATE_MISSING',
  'TERMINAL_OR_SERIAL_REQUIRED',
  'TEMPORARY_IS_SUSPENSION',
  'PERMANENT_IS_CLOSURE',
  'REASON_NOT_FOR_INITIATOR',
  'REASON_TOO_VAGUE',
  'CONTRACT_STILL_RUNNING',
  'PERIOD_REVERSED',
  'REMEDY_UNSTATED',
  'REMEDY_UNSUITABLE',
  'EVIDENCE_NOT_ATTACHED',
  'PROVIDER_AUTHORISATION_REQUIRED',
  'IN_THE_FUTURE',
] as const
/** Code of a rule over several fields of a request, as an issue carries it. */
export type RequestFault = (typeof requestFaults)[number]

/**
 * One check over fields of a request. A form applies it as soon as the fields that it reads are well formed, the machine
 * before it takes the application: whoever leaves the form out meets the same check.
 */
export interface RequestRule<Request, Key extends keyof Request & string = keyof Request & string> {
  readonly code: RequestFault
  /** Every field that `holds` looks at. */
  readonly reads: readonly Key[]
  /** Where the fault is shown; the first field read when left out. */
  readonly path?: readonly (string | number)[]
  readonly params?: Readonly<Record<string, string>>
  /** `at`: the instant of the application, where it is known. A form has none. */
  holds(request: Pick<Request, Key>, at?: string): boolean
}

/** Rules over one kind of request, each typed by the fields that it reads. */
export const ruleOver =
  <Request>() =>
  <const Key extends keyof Request & string>(rule: RequestRule<Request, Key>): RequestRule<Request> =>
    rule as unknown as RequestRule<Request>

/** The commonest rule: `field` may be left out, but not when `needed` says so. `because` names the field that decides. */
export const neededWhen =
  <Request>() =>
  <const Key extends keyof Request & string>(
    field: Key,
    because: Key,
    needed: (request: Pick<Request, Key>) => boolean,
  ): RequestRule<Request> =>
    ruleOver<Request>()({
      code: 'REQUIRED_HERE',
      reads: [field, because],
      params: { because },
      holds: (request) => request[field] !== undefined || !needed(request),
    })

/** A broken rule: its code, and the JSON Pointer below the request. */
export interface RequestFinding {
  readonly code: RequestFault
  readonly path: string
}

/** Every rule that the request breaks; what a form has left out already is not read. */
export const brokenRules = <Request>(
  rules: readonly RequestRule<Request>[],
  request: Request,
  at: string,
): readonly RequestFinding[] =>
  rules
    .filter((rule) => !rule.holds(request, at))
    .map(({ code, reads, path = reads.slice(0, 1) }) => ({ code, path: `/${path.join('/')}` }))

/** Ends not before it begins, compared as instants or as calendar days. */
export const inOrder = (from: string | undefined, until: string | undefined): boolean =>
  from === undefined || until === undefined || Date.parse(from) <= Date.parse(until)

/** Is there anything left of a time that somebody asks for: does it end after it begins, and after `at`? */
export const lasts = (from: string | undefined, until: string | undefined, at: string | undefined): boolean =>
  until === undefined ||
  [from, at].every((start) => start === undefined || Date.parse(start) < Date.parse(until))

/** Does everything stand here once? */
export const distinct = (items: readonly string[]): boolean => new Set(items).size === items.length
