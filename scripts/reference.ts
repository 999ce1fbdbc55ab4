// node scripts/reference.ts: writes docs/reference.md and docs/reference.zh-CN.md, every code of the library with its text, from the
// tables that the machine itself decides by; and with them the guides that are made of such tables (errors, states, glossary, policy, figures). test/docs holds them to what it would write today.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { contract } from '../src/contract/index.ts'
import {
  audiences as audienceNames,
  blockerCodes,
  blockerProfiles,
  clockNames,
  clockProfiles,
  defaultDuties,
  departments as departmentNames,
  documentTypes,
  duties as dutyNames,
  errorCodes,
  eventTypes,
  type Locale,
  locales,
  noticeTemplates,
  type OrderKind,
  orderKinds,
  profileOf,
  systemsOperationNames,
  type TextKind,
  type Texts,
  textOf,
  textsIn,
  ticketTopics,
} from '../src/domain/index.ts'
import {
  orderParams,
  type PortfolioColumn,
  type PortfolioRequirement,
  portfolioColumns,
  portfolioRequirements,
  requiredPortfolioColumns,
} from '../src/schemas/index.ts'
import { writeErrors } from './errors.ts'
import { writeFigures } from './figures.ts'
import { writeLookups } from './lookups.ts'
import { portfolioWords } from './portfolio-words.ts'
import { code, type Section, table } from './reference-kit.ts'
import { payloads, portalOperations } from './reference-operations.ts'
import { closures, suspensions } from './reference-reasons.ts'
import { scenarioSection } from './reference-scenarios.ts'
import type { ReferenceWords } from './reference-shape.ts'
import { referenceWords } from './reference-words.ts'
import { catalogueRows, policyRows } from './settings.ts'
import { settingsWords } from './settings-words.ts'
import { writeStates } from './states.ts'

export const referenceFile = (locale: Locale): string =>
  fileURLToPath(new URL(`../docs/reference${locale === 'en' ? '' : `.${locale}`}.md`, import.meta.url))

const events: Section = (locale, { heads, kinds, phases, seconds, comma }) => [
  'events',
  table(
    [heads.code, heads.meaning, heads.kind, heads.who, heads.where, heads.second],
    eventTypes.map((type) => {
      const { kind, roles, phases: where, second, duty } = profileOf(type)
      const who = roles.map((role) => {
        const only = duty?.role === role ? ` (${textOf('duty', duty.duty, locale)})` : ''
        return textOf('role', role, locale) + only
      })
      return [
        code(type),
        textOf('event', type, locale),
        kinds[kind],
        who.join(comma),
        where.map((phase) => phases[phase]).join(comma),
        second ? seconds[second] : '',
      ]
    }),
  ),
]

const blockers: Section = (locale, { heads, comma }) => [
  'blockers',
  table(
    [heads.code, heads.meaning, heads.owner, heads.clearedBy],
    blockerCodes.map((name) => {
      const { owner, clearedBy } = blockerProfiles[name]
      const by = clearedBy.map(code).join(comma)
      return [code(name), textOf('blocker', name, locale), textOf('role', owner, locale), by]
    }),
  ),
]

const clocks: Section = (locale, { heads, units, comma }) => [
  'clocks',
  table(
    [
      heads.code,
      heads.meaning,
      heads.length,
      heads.starts,
      heads.ends,
      heads.told,
      heads.ticket,
      heads.enables,
    ],
    clockNames.map((name) => {
      const { amount, unit, starts, ends, tells, ticket, enables } = clockProfiles[name]
      const list = (codes: readonly string[]) => codes.map(code).join(comma)
      return [
        code(name),
        textOf('clock', name, locale),
        amount === 0 ? '' : units[unit](amount),
        list(starts),
        list(ends),
        tells.map((audience) => textOf('audience', audience, locale)).join(comma),
        ticket ? textOf('department', ticket, locale) : '',
        list(enables),
      ]
    }),
  ),
]

const isOrder = (name: string): name is OrderKind => (orderKinds as readonly string[]).includes(name)

const orders: Section = (locale, { heads, comma }) => [
  'orders',
  table(
    [heads.code, heads.meaning, heads.params, heads.request],
    systemsOperationNames.map((name) => {
      const { method, path } = contract[name]
      const params = isOrder(name) ? Object.keys(orderParams[name].shape) : []
      return [
        code(name),
        textOf('operation', name, locale),
        params.map(code).join(comma),
        code(`${method} ${path}`),
      ]
    }),
  ),
]

/** Codes that have a name and nothing else. */
const named =
  <Kind extends TextKind>(
    section: keyof ReferenceWords['sections'],
    kind: Kind,
    codes: readonly (keyof Texts[Kind] & string)[],
  ): Section =>
  (locale, { heads }) => [
    section,
    table(
      [heads.code, heads.meaning],
      codes.map((one) => [code(one), textOf(kind, one, locale)]),
    ),
  ]

const notices = named('notices', 'notice', noticeTemplates)
const audiences = named('audiences', 'audience', audienceNames)
const tickets = named('tickets', 'ticketTopic', ticketTopics)
const departments = named('departments', 'department', departmentNames)
const documents = named('documents', 'document', documentTypes)

/** Kinds that have a section of their own. */
const elsewhere: ReadonlySet<string> = new Set([
  ...['blocker', 'event', 'suspensionReason', 'closureReason', 'clock', 'order', 'operation'],
  ...['notice', 'audience', 'ticketTopic', 'department', 'document', 'error', 'fix'],
])

/** What forms, notices and views name by a code. */
const choices: Section = (locale, { heads }) => [
  'choices',
  table(
    [heads.list, heads.code, heads.meaning],
    Object.entries<Readonly<Record<string, string>>>({ ...textsIn(locale) })
      .filter(([kind]) => !elsewhere.has(kind))
      .flatMap(([kind, texts]) => Object.entries(texts).map(([one, text]) => [code(kind), code(one), text])),
  ),
]

const errors: Section = (locale, { heads }) => [
  'errors',
  table(
    [heads.code, heads.meaning, heads.fix],
    errorCodes.map((name) => [code(name), textOf('error', name, locale), textOf('fix', name, locale)]),
  ),
]

const portfolio: Section = (locale, { heads, comma, or }) => {
  const { needed, always, filled, is, columns } = portfolioWords[locale]
  const reason = ({ because, when }: PortfolioRequirement): string =>
    (when ? is : filled)
      .replace('{because}', code(because))
      .replace('{when}', (when ?? []).map(code).join(or))
  const neededWhen = (column: PortfolioColumn): string =>
    requiredPortfolioColumns.some((name) => name === column)
      ? always
      : portfolioRequirements
          .filter((requirement) => requirement.column === column)
          .map(reason)
          .join(comma)
  return [
    'portfolio',
    table(
      [heads.code, heads.meaning, needed],
      portfolioColumns.map((column) => [code(column), columns[column], neededWhen(column)]),
    ),
  ]
}

const policy: Section = (locale, { heads }) => {
  const { type, unit, standard } = settingsWords[locale].heads
  return ['policy', table([heads.code, heads.meaning, type, unit, standard], policyRows(locale))]
}

const duties: Section = (locale, { heads, sections, comma }) => [
  'duties',
  table(
    [heads.code, heads.meaning, sections.events.title],
    dutyNames.map((duty) => [
      code(duty),
      textOf('duty', duty, locale),
      eventTypes
        .filter((type) => defaultDuties[type]?.includes(duty))
        .map(code)
        .join(comma),
    ]),
  ),
]

const catalogues: Section = (locale, { heads }) => {
  const { type, unit, needed } = settingsWords[locale].heads
  return ['catalogues', table([heads.code, heads.meaning, type, unit, needed], catalogueRows(locale))]
}

const sections = [
  events,
  payloads,
  blockers,
  suspensions,
  closures,
  clocks,
  orders,
  portalOperations,
  notices,
  audiences,
  tickets,
  departments,
  documents,
  choices,
  errors,
  portfolio,
  policy,
  duties,
  catalogues,
  scenarioSection,
]

/** The whole page in one language. */
export const referenceText = (locale: Locale): string => {
  const words = referenceWords[locale]
  const parts = sections.map((section) => {
    const [name, body] = section(locale, words)
    const { title, about } = words.sections[name]
    return `## ${title}\n\n${about}\n\n${body}\n`
  })
  return [`# ${words.title}\n`, `${words.about}\n`, ...parts].join('\n')
}

if (import.meta.main) {
  for (const locale of locales) writeFileSync(referenceFile(locale), referenceText(locale))
  writeErrors()
  writeStates()
  writeLookups()
  writeFigures()
}
