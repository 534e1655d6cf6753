/** The statements of `change` on PostgreSQL; rows travel as one JSON value, so that any number of them is one statement. */
import { besideSql } from './beside-rows.js';
import { HANDOFF_COLUMNS, HANDOFF_CONFLICT } from './handoff-entries.js';

const CONVERSATION = `id text, visitor_id text, created_at bigint, msisdn text, state text, priority integer,
  waiting_since bigint, owner_id text, offer_expires_at bigint, last_seq integer, subscriber_seq integer,
  handled_seq integer, updated_at bigint, body text`;

const MESSAGE = 'conversation_id text, seq integer, id text, client_id text, at bigint, speaker text, body text';

/** What every other statement relies on: each sees what was committed before it began. */
export const BEGIN = 'begin isolation level read committed';

/** Whoever asks second for the same new id waits here until the first has committed, and then creates nothing. */
export const CREATE = `insert into conversations
  select * from json_to_recordset($1) as r(${CONVERSATION}) order by id collate "C"
  on conflict (id) do nothing returning id`;

/** The version names one state of one row: the transaction that wrote it and its time. A body already known in this version is not sent again. */
export const LOOK = `select c.id, c.xmin::text || '.' || c.updated_at as version,
    case when c.xmin::text || '.' || c.updated_at = w.version then null else c.body end as body,
    c.last_seq, c.subscriber_seq, c.handled_seq, c.updated_at
  from unnest($1::text[], $2::text[]) as w(id, version) join conversations c on c.id = w.id`;

/** Locks in order of ids, so that two nodes never wait for each other. */
export const LOCK = `${LOOK}
  order by c.id for update of c`;

export const DUPLICATES = `select m.* from unnest($1::text[], $2::text[]) as w(id, client_id)
  join messages m on m.conversation_id = w.id and m.client_id = w.client_id`;

/** Answers the transaction that all changed rows now carry. */
export const WRITE = `with r as materialized (select * from json_to_recordset($1) as r(${CONVERSATION})),
  due as (
    insert into turns_due (conversation_id, since) select id, updated_at from r where handled_seq < subscriber_seq
    on conflict (conversation_id) do nothing),
  done as (
    delete from turns_due t using r where t.conversation_id = r.id and r.handled_seq >= r.subscriber_seq),
  added as (
    insert into messages (conversation_id, seq, id, client_id, at, speaker, body)
    select * from json_to_recordset($2) as m(${MESSAGE})),
  changed as (
    update conversations c set msisdn = r.msisdn, state = r.state, priority = r.priority, waiting_since = r.waiting_since,
      owner_id = r.owner_id, offer_expires_at = r.offer_expires_at, last_seq = r.last_seq, subscriber_seq = r.subscriber_seq,
      handled_seq = r.handled_seq, updated_at = r.updated_at, body = coalesce(r.body, c.body)
    from r where c.id = r.id returning c.xmin::text as writer)
  select writer from changed limit 1`;

/** No JSON holds it unescaped, so that many bodies travel as one text and nothing in them is escaped a second time. */
export const BETWEEN_BODIES = '\u0001';

/**
 * Writes what stands in the version it is known in, and all that goes with it; answers which those are. A transaction of its own. Rows come in
 * order of ids, are reached in that order and so locked in it. An empty body stays as it is stored.
 */
export const WRITE_KNOWN = `with r as materialized (
    select * from unnest($1::text[], $2::text[], $3::integer[], $4::integer[], $5::integer[], $6::boolean[], $7::bigint[], string_to_array($8, E'\\x01'))
      as r(id, version, last_seq, subscriber_seq, handled_seq, was_due, updated_at, body)),
  changed as (
    update conversations c set last_seq = r.last_seq, subscriber_seq = r.subscriber_seq, handled_seq = r.handled_seq,
      updated_at = r.updated_at, body = coalesce(nullif(r.body, ''), c.body)
    from r where c.id = r.id and c.xmin::text || '.' || c.updated_at = r.version
    returning c.id, c.xmin::text as writer, r.handled_seq < r.subscriber_seq as is_due, r.was_due, r.updated_at),
  due as (
    insert into turns_due (conversation_id, since) select id, updated_at from changed where is_due
    on conflict (conversation_id) do nothing),
  done as (
    delete from turns_due t using changed where changed.was_due and not changed.is_due and t.conversation_id = changed.id),
  added as (
    insert into messages (conversation_id, seq, id, client_id, at, speaker, body)
    select * from unnest($9::text[], $10::integer[], $11::text[], $12::text[], $13::bigint[], $14::text[], string_to_array($15, E'\\x01'))
      as m(conversation_id, seq, id, client_id, at, speaker, body)
    where conversation_id = any (array(select id from changed)))
  select id, writer from changed`;

export const UNCREATE = 'delete from conversations where id = any($1)';

/** For nobody to be told nothing is written. */
export const HAPPENED = `insert into happenings (id, conversation_id, case_id, body)
  select * from json_to_recordset($1) as h(id text, conversation_id text, case_id text, body text) where exists (select 1 from webhooks)`;

export const BESIDE = besideSql((nth) => `$${nth}`);

/** One at a time: the same handoff may end and be taken up again in one transaction. */
export const HANDOFF = `insert into handoffs (${HANDOFF_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ${HANDOFF_CONFLICT}`;
