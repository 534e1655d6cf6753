/** A copy of all that is kept of one subscriber, for machines and to read: what was said, cases, promises, ratings, and who looked at the number. */
import { minuteOf } from '../domain/calendar.js';
import type { AuditEntry } from '../domain/audit.js';
import type { Conversation } from '../domain/conversation.js';
import type { Msisdn } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Message } from '../domain/message.js';
import type { PersonalHolding } from '../ports/personal-records.js';
import { privacyWords } from '../wording/privacy/words.js';
import { escapeHtml } from './escape-html.js';

export interface PersonalTalk {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
}

export interface PersonalCopy {
  readonly msisdn: Msisdn;
  readonly locale: Locale;
  readonly madeAt: number;
  readonly talks: readonly PersonalTalk[];
  readonly holding: PersonalHolding;
  readonly reveals: readonly AuditEntry[];
}

const time = (at: number): string => new Date(at).toISOString();

/** Staff are named as the subscriber knew them; what staff wrote for each other is theirs. */
function plainData({ msisdn, madeAt, talks, holding, reveals }: PersonalCopy) {
  return {
    format: 'jiebang-personal-data',
    version: 1,
    madeAt: time(madeAt),
    msisdn,
    conversations: talks.map(({ conversation: { id, channel, locale, createdAt, closed, rating, summaries }, messages }) => ({
      ...{ id, channel, locale, startedAt: time(createdAt), endedAt: closed ? time(closed.at) : null },
      rating: rating && { score: rating.score, comment: rating.comment, at: time(rating.at) },
      summaries: Object.entries(summaries ?? {}).map(([language, { text, at }]) => ({ locale: language, text, at: time(at), ai: true })),
      messages: messages.map(({ seq, at, from, kind, text, card, citations, ai, author, attachment }) => ({
        ...{ seq, at: time(at), from, kind, text },
        ...(author ? { agentName: author.name } : {}),
        ...(card ? { card } : {}),
        ...(citations ? { citations } : {}),
        ...(attachment ? { attachment } : {}),
        ...(ai ? { ai } : {}),
      })),
    })),
    cases: holding.cases.map(({ number, kind, stage, title, createdAt, refund, history }) => ({
      ...{ number, kind, stage, title, openedAt: time(createdAt), refundFen: refund?.refundFen ?? null },
      history: history.filter((entry) => entry.isPublic).map((entry) => ({ at: time(entry.at), kind: entry.kind, text: entry.text })),
    })),
    promises: holding.promises.map(({ text, madeAt: made, dueAt, state, by }) => ({ text, madeAt: time(made), dueAt: time(dueAt), state, by: by === 'assistant' ? by : 'agent' })),
    ratings: holding.followUps.map(({ rating, state }) => ({ score: rating.score, comment: rating.comment, at: time(rating.at), followUp: state })),
    reveals: reveals.map(({ at, conversationId, act }) => ({ at: time(at), conversationId, act, by: 'staff' })),
  };
}

export function copyAsJson(copy: PersonalCopy): string {
  return `${JSON.stringify(plainData(copy), null, 2)}\n`;
}

export function copyAsPage(copy: PersonalCopy): string {
  const { locale, msisdn, madeAt } = copy;
  const words = privacyWords(locale).copy;
  const data = plainData(copy);
  const section = (title: string, items: readonly string[]): string => `<section><h2>${title} (${items.length})</h2>${items.length === 0 ? `<p>${words.none}</p>` : items.join('\n')}</section>`;
  const item = (...lines: readonly (string | null)[]): string => `<article>${lines.filter((line) => line !== null && line !== '').map((line) => `<p>${escapeHtml(line ?? '')}</p>`).join('')}</article>`;
  const rated = (rating: { score: number; comment: string; at: string } | null) => (rating ? `${words.ratings}: ${rating.score}/5 ${rating.comment}` : null);
  const ratings = copy.talks.flatMap(({ conversation: { rating } }) => (rating ? [item(`${minuteOf(rating.at)} · ${rating.score}/5`, rating.comment)] : []));
  const talks = copy.talks.map(({ conversation, messages }, index) => {
    const lines = messages.map(({ at, from, text, attachment }) => item(`${minuteOf(at)} · ${from}`, attachment ? `${words.file}: ${attachment.name}` : text));
    return `<details open><summary>${escapeHtml(conversation.id)} · ${minuteOf(conversation.createdAt)} · ${conversation.channel}</summary>${lines.join('\n')}${item(...(data.conversations[index]?.summaries ?? []).map(({ text }) => `${words.summary}: ${text}`))}${item(rated(data.conversations[index]?.rating ?? null))}</details>`;
  });
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title>
<style>body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
article{border-left:4px solid #c8d0d9;padding:.1rem 1rem;margin:.75rem 0}p{margin:.2rem 0;white-space:pre-wrap;overflow-wrap:anywhere}summary{cursor:pointer;color:#59636e}</style></head>
<body><h1>${words.title}</h1><p>${words.lead}</p><p>${words.number}: ${msisdn}<br>${words.made}: ${minuteOf(madeAt)}</p>
${section(words.conversations, talks)}
${section(words.cases, data.cases.map(({ number, kind, stage, title, history }) => item(`${number} · ${kind} · ${stage}`, title, ...history.map(({ at, text }) => `${at} ${text}`))))}
${section(words.promises, data.promises.map(({ text, dueAt, state }) => item(text, `${dueAt} · ${state}`)))}
${section(words.ratings, ratings)}
${section(words.reveals, copy.reveals.map(({ at }) => item(`${minuteOf(at)} · ${words.staff}`)))}
</body></html>
`;
}
