/** What is heard of a text by its words alone is found once for each text: in one turn many rules ask the same of it, and most texts are said by many. */
import { OftenUsed } from './recently-used.js';

/** By the number of the question. */
type Answers = unknown[];

/** Less than a kB each. */
const MOST_KEPT = 2000;
/** In characters; what is longer is hardly said twice. */
const LONGEST_KEPT = 60;

const kept = new OftenUsed<string, Answers>(MOST_KEPT);
let questions = 0;
/** One turn asks of one text nearly all the time. */
let latest = '';
let answersToLatest: Answers = [];

function answersOn(text: string): Answers {
  const answers = text.length > LONGEST_KEPT ? unanswered() : kept.take(text, unanswered);
  latest = text;
  answersToLatest = answers;
  return answers;
}

/** Of one length and kind from the start, so that reading them stays quick. */
function unanswered(): Answers {
  return new Array<unknown>(questions).fill(undefined);
}

/** The same question, which looks at each text once. `hear` looks at nothing but the text. */
export function heardOnce<Heard extends NonNullable<unknown> | null>(hear: (text: string) => Heard): (text: string) => Heard {
  const place = questions;
  questions += 1;
  return (text) => {
    const answers = text === latest ? answersToLatest : answersOn(text);
    const known = answers[place] as Heard | undefined;
    if (known !== undefined) return known;
    const heard = hear(text);
    answers[place] = heard;
    return heard;
  };
}

/** Whether a pattern is found in it. */
export const fits = (pattern: RegExp): ((text: string) => boolean) => heardOnce((text) => pattern.test(text));

/** In one way of writing, without gaps at its ends. */
export const plainText = heardOnce((text) => text.normalize('NFKC').trim());

export const hasHan = fits(/\p{Script=Han}/u);
