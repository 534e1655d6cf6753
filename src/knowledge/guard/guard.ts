/** Between any model and any reader: a generated text is shown only if every claim in it stands on this turn's grounds. Pure. */
import type { Passage } from '../../domain/article.js';
import { figuresOf } from './figures.js';
import { FigureGround, NEARS } from './grounded-figures.js';
import type { Grounds } from './grounds.js';
import { legible } from './legible.js';
import type { Legible } from './legible.js';
import { leadsElsewhere } from './links.js';
import { breachOf } from './manners.js';
import { hidesSomething, isForMachines } from './markup.js';
import { namesUnknown, tellsOfOthers, tight } from './names.js';
import type { NameGround } from './names.js';
import { SecretText } from './overlap.js';
import { unrecordedClaim } from './promises.js';
import { spoken } from './spoken-results.js';
import { SENTENCES, SweepGround, sweepsTooFar, threatens } from './sweeping.js';
import { ToldGround } from './told.js';

/** Never with the text itself: what is refused may hold somebody's data, and is counted by its reason alone. */
export type RefusalReason = 'empty' | 'too-long' | 'disguised' | 'machine' | 'link' | 'prompt' | 'person' | 'unbound' | 'asks-secret' | 'rude' | 'promise' | 'figure' | 'name' | 'foreign-data' | 'sweeping' | 'language';

export const REFUSAL_REASONS: readonly RefusalReason[] = ['empty', 'too-long', 'disguised', 'machine', 'link', 'prompt', 'person', 'unbound', 'asks-secret', 'rude', 'promise', 'figure', 'name', 'foreign-data', 'sweeping', 'language'];

export type Verdict = { readonly isShown: true } | { readonly isShown: false; readonly reason: RefusalReason };

const SHOWN: Verdict = { isShown: true };
/** A sentence longer than this was not meant to be read. */
const LONGEST_SENTENCE = 600;

/** The guard of one turn: the grounds are read once, for all its sentences. */
export class Guard {
  private readonly figures: FigureGround;
  private readonly names: NameGround;
  private readonly sweeps: SweepGround;
  private readonly told: ToldGround;
  private readonly secrets: SecretText;
  private readonly text: string;

  constructor(private readonly grounds: Grounds) {
    const { passages, toolResults, names, secrets, today, ownMsisdn } = grounds;
    this.text = legible([...passages.map(({ heading, text }) => `${heading}\n${text}`), ...toolResults.map(spoken)].join('\n')).text;
    this.figures = new FigureGround(this.text, today, ownMsisdn);
    this.names = { tight: tight(this.text), names: names.map((name) => tight(legible(name).text)) };
    this.sweeps = new SweepGround(this.text, passages.flatMap(underHeading));
    this.told = new ToldGround(legible(passages.map(({ text }) => text).join('\n')).text);
    this.secrets = new SecretText(secrets.map((secret) => legible(secret).text));
  }

  /** Any text: a sentence of a stream, a title, a button. */
  judge(sentence: string): Verdict {
    if (sentence.trim() === '') return SHOWN;
    if (sentence.length > LONGEST_SENTENCE) return refused('too-long');
    const read = legible(this.withoutSources(sentence));
    const reason = this.formBreach(read) ?? this.mannersBreach(read) ?? this.claimBreach(read);
    return reason === null ? SHOWN : refused(reason);
  }

  /** What only staff read first: they may promise and speak as the person they are, but nothing is added to what they know. */
  judgeForStaff(sentence: string): Verdict {
    if (sentence.trim() === '') return SHOWN;
    if (sentence.length > LONGEST_SENTENCE) return refused('too-long');
    const read = legible(sentence);
    const reason = this.formBreach(read) ?? (this.secrets.isIn(read.text, this.text) ? 'prompt' : null) ?? this.claimBreach(read, true);
    return reason === null ? SHOWN : refused(reason);
  }

  /** The numbers of cited passages at the end of a sentence are no figures of its own. */
  private withoutSources(sentence: string): string {
    const most = this.grounds.passages.length;
    return sentence.replace(/(?:\s*\[\d{1,2}\])+(?=\s*(?:[。！？.!?]\s*)?$)/u, (marks) => ([...marks.matchAll(/\d+/gu)].every(([mark]) => Number(mark) >= 1 && Number(mark) <= most) ? '' : marks));
  }

  /** What no answer may look like, whatever it says. */
  private formBreach({ text, isDisguised }: Legible): RefusalReason | null {
    if (isDisguised) return 'disguised';
    if (!/[\p{L}\p{N}]/u.test(text)) return /^[\s\p{P}\p{S}]*$/u.test(text) && text.length < 40 ? null : 'machine';
    if (isForMachines(text) || hidesSomething(text, this.text)) return 'machine';
    return leadsElsewhere(text, this.grounds.allowedHosts) ? 'link' : null;
  }

  private mannersBreach({ text }: Legible): RefusalReason | null {
    if (this.secrets.isIn(text, this.text)) return 'prompt';
    return breachOf(text) ?? (unrecordedClaim(text, this.grounds.recorded, this.told) === null ? null : 'promise');
  }

  private claimBreach({ text }: Legible, isOfTalk = false): RefusalReason | null {
    if (figuresOf(text).some((figure) => !this.figures.has(figure))) return 'figure';
    if (NEARS.some((near) => near.pattern.test(text) && !this.figures.hasNear(near))) return 'figure';
    if (namesUnknown(text, this.names)) return 'name';
    if (tellsOfOthers(text, this.names)) return 'foreign-data';
    return threatens(text, this.sweeps) || sweepsTooFar(text, this.sweeps, isOfTalk) ? 'sweeping' : null;
  }
}

/** 「能先开机后交钱吗」, answered by 「不能」; "Conditions", and what they are: each sentence with the heading it stands under. */
function underHeading({ heading, text }: Passage): readonly string[] {
  const sentences = legible(text).text.split(SENTENCES).filter((sentence) => sentence.trim() !== '');
  return heading === '' ? [] : sentences.map((sentence) => `${sentence},${legible(heading).text}`);
}

function refused(reason: RefusalReason): Verdict {
  return { isShown: false, reason };
}

/** For one text alone; a turn with several sentences makes its own `Guard` once. */
export function guardSentence(sentence: string, grounds: Grounds): Verdict {
  return new Guard(grounds).judge(sentence);
}
