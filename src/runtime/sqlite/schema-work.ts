/**
 * What `requirements` says of each record, to each class of readers. `due_at`, `from_at` and `until_at` are business time;
 * nothing is due, or ends, at the greatest number there is. Whoever reads alone has the indexes that begin with what they ask;
 * `duties` and `states` are lists, and each index of them holds few different ones. `since_at`: the end of the life that had the number
 * before. `known`: names by which a life is found, also those that have left it. `unprojected`: records of a file of version
 * 1, whose rows are written when somebody asks for work for the first time.
 */
export const work = `
CREATE TABLE life (
  lifecycle_id TEXT PRIMARY KEY,
  acquirer_id TEXT NOT NULL,
  states TEXT NOT NULL,
  since_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX life_states ON life (acquirer_id, states, lifecycle_id);
CREATE TABLE known (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  lifecycle_id TEXT NOT NULL,
  PRIMARY KEY (kind, id, lifecycle_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE unprojected (lifecycle_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO unprojected SELECT lifecycle_id FROM record;

CREATE TABLE work (
  viewer TEXT NOT NULL,
  acquirer_id TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  lifecycle_id TEXT NOT NULL,
  code TEXT NOT NULL,
  ref TEXT NOT NULL,
  list TEXT NOT NULL,
  n INTEGER NOT NULL,
  owner TEXT NOT NULL,
  duties TEXT NOT NULL,
  due TEXT,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  merchant_id TEXT NOT NULL,
  terminal_id TEXT NOT NULL,
  agent_id TEXT,
  merchant_speaker TEXT,
  agent_speaker TEXT,
  PRIMARY KEY (viewer, acquirer_id, due_at, lifecycle_id, code, ref, list, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_record ON work (lifecycle_id);
CREATE INDEX work_merchant ON work (viewer, acquirer_id, merchant_id, due_at, lifecycle_id, code, ref, list, n);
CREATE INDEX work_agent ON work (acquirer_id, agent_id, due_at, lifecycle_id, code, ref, list, n)
  WHERE viewer = 'serviceProvider';
CREATE INDEX work_merchant_speaker ON work (acquirer_id, merchant_speaker, due_at, lifecycle_id, code, ref, list, n)
  WHERE viewer = 'merchant' AND merchant_speaker IS NOT NULL;
CREATE INDEX work_agent_speaker ON work (acquirer_id, agent_speaker, due_at, lifecycle_id, code, ref, list, n)
  WHERE viewer = 'serviceProvider' AND agent_speaker IS NOT NULL;
CREATE INDEX work_code ON work (acquirer_id, code, owner, duties, due_at, lifecycle_id, ref, list, n)
  WHERE viewer = 'provider';
CREATE INDEX work_owner ON work (acquirer_id, owner, duties, due_at, lifecycle_id, code, ref, list, n)
  WHERE viewer = 'provider';
`
