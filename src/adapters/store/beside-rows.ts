/** What is kept with a change of the record beside conversation and messages, as rows written in the transaction of the change. */
import type { Alert } from '../../domain/alert.js';
import type { AuditEntry } from '../../domain/audit.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Beside } from '../../ports/conversation-log.js';

type Value = string | number | null;

export type BesideTable = 'services' | 'audit_entries' | 'staff_notes' | 'alerts' | 'errands';

export interface BesideRow {
  readonly table: BesideTable;
  /** In the order of the table's columns below. */
  readonly values: readonly Value[];
}

/** Each thing once, however often it is kept. */
const TABLES: Readonly<Record<BesideTable, { readonly columns: readonly string[]; readonly key: string }>> = {
  services: { columns: ['conversation_id', 'staff_id', 'started_at', 'ended_at', 'skill_group'], key: 'conversation_id, staff_id, started_at' },
  audit_entries: { columns: ['id', 'at', 'staff_id', 'act', 'conversation_id', 'body'], key: 'id' },
  staff_notes: { columns: ['id', 'conversation_id', 'at', 'body'], key: 'id' },
  alerts: { columns: ['id', 'at', 'conversation_id', 'case_id', 'due_at', 'body'], key: 'id' },
  errands: { columns: ['id', 'kind', 'conversation_id', 'at', 'body'], key: 'id' },
};

/** The statements that take such rows; `place` names the n-th value, from 1, as the engine does. */
export function besideSql(place: (nth: number) => string): Readonly<Record<BesideTable, string>> {
  const sqlOf = (table: BesideTable): string => {
    const { columns, key } = TABLES[table];
    return `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => place(index + 1)).join(', ')}) on conflict (${key}) do nothing`;
  };
  return { services: sqlOf('services'), audit_entries: sqlOf('audit_entries'), staff_notes: sqlOf('staff_notes'), alerts: sqlOf('alerts'), errands: sqlOf('errands') };
}

export function besideRow(id: ConversationId, beside: Beside): BesideRow {
  switch (beside.kind) {
    case 'service': {
      const { staffId, startedAt, endedAt, skillGroup } = beside.service;
      return { table: 'services', values: [id, staffId, startedAt, endedAt, skillGroup] };
    }
    case 'audit':
      return { table: 'audit_entries', values: Object.values(auditRow(beside.entry)) };
    case 'note':
      return { table: 'staff_notes', values: [beside.note.id, id, beside.note.at, JSON.stringify(beside.note)] };
    case 'alert':
      return { table: 'alerts', values: Object.values(alertRow(beside.alert)) };
    case 'errand': {
      const { about, at } = beside.errand;
      return { table: 'errands', values: [beside.errand.id, about.kind, id, at, JSON.stringify(about)] };
    }
  }
}

/** In the order of the columns. */
export function auditRow(entry: AuditEntry) {
  const { id, at, act, conversationId } = entry;
  return { id, at, staff_id: entry.staff?.id ?? null, act, conversation_id: conversationId, body: JSON.stringify(entry) };
}

/** In the order of the columns. */
export function alertRow(alert: Alert) {
  const { id, at, conversationId, ofCase } = alert;
  return { id, at, conversation_id: conversationId, case_id: ofCase?.id ?? null, due_at: ofCase?.dueAt ?? null, body: JSON.stringify(alert) };
}
