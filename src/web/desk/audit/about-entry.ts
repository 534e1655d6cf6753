/** What an entry of the audit log was about, in the reader's words; what the record keeps as a code is said as it is called on the pages. */
import type { TFunction } from 'i18next';
import type { WireAuditEntry } from '../../../protocol/http.js';
import { settingsWords } from '../../../wording/settings/words.js';

type Entry = Pick<WireAuditEntry, 'act' | 'target' | 'targetName' | 'staff' | 'detail' | 'reason'>;
type Locale = 'zh-CN' | 'en';

const SECTIONS = ['line', 'hours', 'cases', 'dialogue', 'content'] as const;
const ROLES = ['agent', 'supervisor', 'editor', 'admin'] as const;
const WAYS = ['password', 'oidc'] as const;
const KINDS = ['plan', 'pack', 'extra-off', 'suspend-lost', 'resume-line', 'signal-report', 'data-report', 'broadband-report'] as const;
const CODES = ['puk', 'call-details'] as const;

export function aboutEntry(entry: Entry, t: TFunction, locale: Locale): string {
  const reason = entry.reason === '' ? '' : t('audit.reason', { reason: entry.reason });
  return [nameOf(entry, t, locale), detailOf(entry, t), reason].filter((part) => part !== '').join(' · ');
}

function nameOf({ act, target, targetName, staff }: Entry, t: TFunction, locale: Locale): string {
  if (target === null || target === staff?.id || act.startsWith('change.')) return '';
  if (targetName !== null) return targetName;
  const section = act === 'settings.changed' ? SECTIONS.find((one) => one === target) : undefined;
  if (section !== undefined) return settingsWords(section).title[locale];
  const code = CODES.find((one) => one === target);
  if (act === 'sign-in.asked' && code !== undefined) return t(`proposal.codes.${code}`);
  return isId(target) ? '' : target;
}

function detailOf({ act, detail }: Entry, t: TFunction): string {
  const [first = ''] = detail.split(' ');
  switch (act) {
    case 'staff.signed-in': {
      const way = WAYS.find((one) => one === detail);
      return way === undefined ? detail : t(`audit.ways.${way}`);
    }
    case 'staff.locked':
      return t('audit.wrongPasswords', { count: Number(first) });
    case 'staff.invited':
    case 'staff.changed':
    case 'staff.deactivated':
      return rolesIn(detail, t);
    case 'staff.signed-out':
      return t('staff.sessions', { count: Number(detail) });
    case 'agent.relieved':
      return t('audit.chatsThen', { count: Number(detail) });
    case 'retention.conversations':
      return t('audit.chats', { count: Number(detail) });
    case 'change.proposed': {
      const kind = KINDS.find((one) => one === first);
      return kind === undefined ? detail : `${t(`proposal.kinds.${kind}`)} ${detail.slice(first.length)}`.trim();
    }
    default:
      return detail;
  }
}

/** `agent → supervisor`; a role that stayed is no news. */
function rolesIn(detail: string, t: TFunction): string {
  const [before, after] = detail.split(' → ');
  if (before === after) return '';
  return detail.replace(/\w+/g, (word) => {
    const role = ROLES.find((one) => one === word);
    return role === undefined ? word : t(`staff.roles.${role}`);
  });
}

/** Made by the house, and nothing to a reader. */
function isId(target: string): boolean {
  return /^[\w-]{20,}$/.test(target);
}
