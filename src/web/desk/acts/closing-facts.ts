/** What a closing summary starts from, of what the desk knows for a fact. Pure. */
import type { TFunction } from 'i18next';
import type { WireBrief } from '../../../protocol/desk.js';

const SUMMARY_CHARS = 200;

/** Why a chat came to the line is nothing that its subscriber said. */
export function closingFacts({ summary, tried: steps }: WireBrief, t: TFunction): string {
  const asked = summary === '' ? '' : t('close.asked', { asked: summary });
  const tried = steps.map((one) => `${one.label} · ${one.outcome}`).join(' / ');
  return [asked, tried === '' ? '' : t('close.tried', { tried })].filter((line) => line !== '').join('\n').slice(0, SUMMARY_CHARS);
}
