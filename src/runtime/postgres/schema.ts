import { raw, type Sql } from './sql.ts'

const names = [
  ...['home', 'record', 'device', 'journal', 'inbox', 'work_order', 'timer'],
  ...['told', 'policy', 'life', 'known', 'work', 'tombstone'],
] as const

/** The tables of a home, each with its schema. */
export type Tables = Readonly<Record<(typeof names)[number], Sql>>

export const quoted = (schema: string): string => `"${schema.replaceAll('"', '""')}"`

export const tablesIn = (schema: string): Tables =>
  Object.fromEntries(names.map((name) => [name, raw(`${quoted(schema)}.${name}`)])) as Tables

/** Ids are compared byte by byte, whatever language the database speaks: pages go on where the last one ended. */
const id = 'text COLLATE "C"'

/**
 * `home` is one row: which version the tables have, how far the commits have come, and the store's own time. Who commits holds
 * it from the first look to the end, and so commits have an order, whatever process made them: a sequence would give numbers
 * in another order than that in which rows become visible.
 */
const home = `
CREATE TABLE home (
  single boolean PRIMARY KEY DEFAULT TRUE CHECK (single),
  application text NOT NULL,
  version integer NOT NULL,
  position bigint NOT NULL DEFAULT 0,
  kept_at bigint,
  clock_at bigint
);
`

/**
 * `*_at` are milliseconds; `claimable_at`, `kept_at` and `clock_at` are wall time, all others business time. Contexts and
 * entries are texts: `jsonb` would put their fields in another order and refuse what JSON allows. One open life per terminal number
 * is a law of the table, not only of the code.
 */
const records = `
CREATE TABLE record (
  lifecycle_id ${id} PRIMARY KEY,
  format integer NOT NULL,
  machine_version text NOT NULL,
  version integer NOT NULL,
  at text NOT NULL,
  value text NOT NULL,
  context text NOT NULL,
  head text NOT NULL,
  acquirer_id ${id} NOT NULL,
  merchant_id ${id} NOT NULL,
  terminal_id ${id} NOT NULL,
  agent_id ${id},
  merchant_speaker ${id},
  agent_speaker ${id},
  opened_at bigint NOT NULL,
  ended_at bigint,
  rests_until bigint,
  changed_at bigint NOT NULL
);
CREATE UNIQUE INDEX record_number ON record (terminal_id, merchant_id, acquirer_id) WHERE ended_at IS NULL;
CREATE INDEX record_terminal ON record (terminal_id, lifecycle_id);
CREATE INDEX record_merchant ON record (merchant_id, lifecycle_id);
CREATE INDEX record_acquirer ON record (acquirer_id, lifecycle_id);
CREATE INDEX record_agent ON record (agent_id, lifecycle_id) WHERE agent_id IS NOT NULL;
CREATE INDEX record_merchant_speaker ON record (merchant_speaker, lifecycle_id) WHERE merchant_speaker IS NOT NULL;
CREATE INDEX record_agent_speaker ON record (agent_speaker, lifecycle_id) WHERE agent_speaker IS NOT NULL;
CREATE INDEX record_changed ON record (changed_at, lifecycle_id);
CREATE INDEX record_format ON record (format, lifecycle_id);

CREATE TABLE device (
  serial ${id} NOT NULL,
  lifecycle_id ${id} NOT NULL,
  retired_at bigint,
  bound_as text,
  PRIMARY KEY (serial, lifecycle_id)
);
CREATE INDEX device_record ON device (lifecycle_id);

CREATE TABLE journal (
  lifecycle_id ${id} NOT NULL,
  seq integer NOT NULL,
  position bigint NOT NULL UNIQUE,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  body text NOT NULL,
  acquirer_id ${id} NOT NULL,
  merchant_id ${id} NOT NULL,
  agent_id ${id},
  merchant_speaker ${id},
  agent_speaker ${id},
  PRIMARY KEY (lifecycle_id, seq)
);
CREATE INDEX journal_acquirer ON journal (acquirer_id, position);
CREATE INDEX journal_merchant ON journal (merchant_id, acquirer_id, position);
CREATE INDEX journal_agent ON journal (agent_id, acquirer_id, position) WHERE agent_id IS NOT NULL;
CREATE INDEX journal_merchant_speaker ON journal (merchant_speaker, acquirer_id, position)
  WHERE merchant_speaker IS NOT NULL;
CREATE INDEX journal_agent_speaker ON journal (agent_speaker, acquirer_id, position) WHERE agent_speaker IS NOT NULL;

CREATE TABLE inbox (
  lifecycle_id ${id} NOT NULL,
  command_id ${id} NOT NULL,
  kept_at bigint NOT NULL,
  fingerprint text,
  brief text NOT NULL,
  PRIMARY KEY (lifecycle_id, command_id)
);
CREATE INDEX inbox_kept ON inbox (kept_at);

CREATE TABLE told (
  key bytea PRIMARY KEY,
  content bigint NOT NULL,
  counted boolean NOT NULL
);
CREATE TABLE policy (digest text PRIMARY KEY, body text NOT NULL);
`

/** Rows that are read off records: what is to be done, by whom, and by which names a life is found. */
const projections = `
CREATE TABLE work_order (
  order_id ${id} PRIMARY KEY,
  position bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  lifecycle_id ${id} NOT NULL,
  kind text NOT NULL,
  worker text,
  claimable_at bigint NOT NULL DEFAULT 0,
  attempts integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  parked boolean NOT NULL DEFAULT FALSE,
  last_error text
);
CREATE INDEX work_order_record ON work_order (lifecycle_id, position);
CREATE INDEX work_order_lane ON work_order (kind, claimable_at, position) WHERE NOT parked;

CREATE TABLE timer (
  lifecycle_id ${id} NOT NULL,
  deadline_id ${id} NOT NULL,
  position bigint GENERATED ALWAYS AS IDENTITY,
  due text NOT NULL,
  due_at bigint NOT NULL,
  worker text,
  claimable_at bigint NOT NULL DEFAULT 0,
  attempts integer NOT NULL DEFAULT 0,
  PRIMARY KEY (lifecycle_id, deadline_id)
);
CREATE INDEX timer_due ON timer (due_at, position);
CREATE INDEX timer_claimable ON timer (claimable_at);

CREATE TABLE life (
  lifecycle_id ${id} PRIMARY KEY,
  acquirer_id ${id} NOT NULL,
  states text NOT NULL,
  since_at bigint
);
CREATE INDEX life_states ON life (acquirer_id, states, lifecycle_id);
CREATE TABLE known (
  kind text NOT NULL,
  id ${id} NOT NULL,
  lifecycle_id ${id} NOT NULL,
  PRIMARY KEY (kind, id, lifecycle_id)
);

CREATE TABLE work (
  viewer text NOT NULL,
  acquirer_id ${id} NOT NULL,
  due_at bigint NOT NULL,
  lifecycle_id ${id} NOT NULL,
  code ${id} NOT NULL,
  ref ${id} NOT NULL,
  list ${id} NOT NULL,
  n integer NOT NULL,
  owner text NOT NULL,
  duties text NOT NULL,
  due text,
  from_at bigint NOT NULL,
  until_at bigint NOT NULL,
  merchant_id ${id} NOT NULL,
  terminal_id ${id} NOT NULL,
  agent_id ${id},
  merchant_speaker ${id},
  agent_speaker ${id},
  PRIMARY KEY (lifecycle_id, viewer, acquirer_id, due_at, code, ref, list, n)
);
CREATE INDEX work_due ON work (viewer, due_at, lifecycle_id, code, ref, list, n);
CREATE INDEX work_acquirer ON work (viewer, acquirer_id, due_at, lifecycle_id, code, ref, list, n);
CREATE INDEX work_merchant ON work (viewer, acquirer_id, merchant_id, due_at, lifecycle_id, code, ref, list, n);
CREATE INDEX work_agent ON work (acquirer_id, agent_id, due_at, lifecycle_id, code, ref, list, n)
  WHERE viewer = 'serviceProvider';
CREATE INDEX work_merchant_speaker ON work (acquirer_id, merchant_speaker, due_at)
  WHERE viewer = 'merchant' AND merchant_speaker IS NOT NULL;
CREATE INDEX work_agent_speaker ON work (acquirer_id, agent_speaker, due_at)
  WHERE viewer = 'serviceProvider' AND agent_speaker IS NOT NULL;
CREATE INDEX work_code ON work (acquirer_id, code, due_at, lifecycle_id, ref, list, n) WHERE viewer = 'provider';
CREATE INDEX work_owner ON work (acquirer_id, owner, due_at, lifecycle_id, code, ref, list, n) WHERE viewer = 'provider';
CREATE INDEX work_terminal ON work (terminal_id, lifecycle_id);
`

/** What one version adds to the one before. */
export interface Version {
  adds: string
  /** Releases that do not know it must not go on beside it: they would read or write what is wrong. */
  isNeeded: boolean
}

/**
 * `home.version` is the newest version that whoever writes must know, and `upgraded` is how far the tables have come, so that
 * releases which know less go on as long as nothing is in their way. `projection`: of which kind the rows are that were last
 * read off a record, and `projected`: off which version of it. A release from before these columns leaves them alone.
 */
const sideBySide = `
ALTER TABLE home ADD COLUMN upgraded integer;
ALTER TABLE record ADD COLUMN projection integer, ADD COLUMN projected integer;
CREATE INDEX record_projection ON record ((CASE WHEN projected IS NULL OR projected = version THEN coalesce(projection, 1) ELSE 0 END), lifecycle_id);
`

/** What stays of lives that were purged. A release that does not know them may give out a number that rests: upgrade all before you purge. */
const tombstones = `
CREATE TABLE tombstone (
  lifecycle_id ${id} PRIMARY KEY,
  acquirer_id ${id} NOT NULL,
  merchant_id ${id} NOT NULL,
  terminal_id ${id} NOT NULL,
  ended_at bigint NOT NULL,
  rests_until bigint,
  body text NOT NULL
);
CREATE INDEX tombstone_number ON tombstone (terminal_id, acquirer_id);
`

/** An empty schema goes through all of them. */
export const versions: readonly Version[] = [
  { adds: home + records + projections, isNeeded: true },
  { adds: sideBySide, isNeeded: false },
  { adds: tombstones, isNeeded: false },
]

/** The newest version that whoever writes must know. */
export const neededVersion = versions.findLastIndex(({ isNeeded }) => isNeeded) + 1

/** Counted up with each release that reads other rows off a record: what stands there is then written anew. */
export const projectionKind = 1

/** Of which kind the rows of a record are; 0: they are older than the record. As `record_projection` has it. */
export const kindOfRows = raw(
  'CASE WHEN projected IS NULL OR projected = version THEN coalesce(projection, 1) ELSE 0 END',
)
