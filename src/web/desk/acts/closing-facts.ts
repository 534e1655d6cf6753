/** What a closing summary starts from, of what the desk knows for a fact. Pure. */
import type { TFunction } from 'i18next';
import type { WireBrief } from '../../../protocol/desk.js';

const SUMMARY_CHARS = 200;

/** Why a chat came to the line is nothing that its subscriber said. What was tried first gives way to what came of it last. */
export function closingFacts({ summary, tried: steps }: WireBrief, t: TFunction): string {
  const asked = summary === '' ? '' : t('close.asked', { asked: summary });
  const left = SUMMARY_CHARS - asked.length;
  const ended = steps.filter(({ intent }, at) => !steps.slice(at + 1).some((later) => later.intent === intent)).map((one) => `${one.label} · ${one.outcome}`);
  const lines = ended.map((_, from) => `\n${t('close.tried', { tried: ended.slice(from).join(' / ') })}`);
  return `${asked}${lines.find(({ length }) => length <= left) ?? ''}`.trim().slice(0, SUMMARY_CHARS);
}
