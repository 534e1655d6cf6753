/** What the assistant keeps between turns; plain data, stored with the conversation. */
import type { Msisdn, StaffId } from './ids.js';

/** Who put it to the subscriber, in which message. */
export interface Proposed {
  readonly by: { readonly staffId: StaffId; readonly name: string };
  readonly seq: number;
}

/** What an open card says of itself, line by line, for whoever asks about it. */
export interface CardTold {
  readonly fee: string;
  readonly starts: string;
  readonly binds: string;
  readonly undo: string;
  readonly what: string;
}

/** One line of a list that was shown: 「第二个」, "the cheapest" mean it by its place, price or size. */
export interface Choice {
  /** What picking it asks for, e.g. `plan_change`, with `slot=value`. */
  readonly intent: string;
  readonly value: string;
  /** As the list shows it: by the month, once, or on average. */
  readonly priceFen: number;
  readonly dataMb: number;
}

export type FormInProgress =
  | { readonly kind: 'clarify'; readonly options: readonly string[]; readonly text: string }
  | {
      readonly kind: 'slots';
      readonly intent: string;
      readonly asking: string;
      readonly filled: Readonly<Record<string, string>>;
      /** The list that was shown with the question, if it was one to pick from. */
      readonly choices?: readonly Choice[];
    }
  | {
      readonly kind: 'verify';
      readonly step: 'number' | 'code';
      readonly msisdn: Msisdn | null;
      readonly level: 'basic' | 'step-up';
      /** The question that waits for the sign-in, answered as soon as it succeeds. */
      readonly pendingText: string;
      readonly pendingIntent: string | null;
      /** Set when an agent asked for it; `seq` is the form that is open. */
      readonly asked?: Proposed;
      /** The number is left so that its owner can be told once there is an answer. */
      readonly isForTelling?: boolean;
    }
  | {
      /** Nobody can come: the number to call back, the message to leave, or another time for the call, is what is said next; `offered` while nothing was chosen. */
      readonly kind: 'reach';
      readonly choice: 'call-back' | 'message' | 'time' | 'offered';
      readonly callAt: number | null;
    }
  /** What is said next replaces what the agent is told. */
  | { readonly kind: 'brief' }
  | {
      readonly kind: 'confirm';
      readonly token: string;
      readonly intent: string;
      readonly change: Readonly<Record<string, string>>;
      /** Epoch ms; a card of before there was one counts as expired. */
      readonly expiresAt?: number;
      /** Absent when it is the assistant's own. */
      readonly proposed?: Proposed;
      readonly told?: CardTold;
    }
  | {
      /** Things to try, put by an agent, with buttons that report the fault; `values` are theirs. */
      readonly kind: 'steps';
      readonly intent: string;
      readonly values: readonly string[];
      readonly expiresAt: number;
      readonly proposed: Proposed;
    };

export interface Tried {
  readonly intent: string;
  readonly outcome: 'answered' | 'clarified' | 'fallback' | 'failed' | 'verified' | 'cancelled';
  readonly at: number;
}

/** What may be absent is there and undefined, so that all memories have one shape: they are read at hundreds of places in every turn. */
export interface DialogueMemory {
  readonly form: FormInProgress | null;
  /** The topic under way: what a follow-up like 「那再上个月呢」 refers to. Chit-chat leaves it alone. */
  readonly topic: { readonly intent: string; readonly slots: Readonly<Record<string, string>>; readonly at: number } | null;
  readonly failedTurns: number;
  /** True once a clarifying question was asked and not yet resolved: at most one before a person is offered. */
  readonly hasAskedBack: boolean;
  readonly hasOfferedPerson: boolean;
  /** Mood scores of the last turns, newest last, at most six. */
  readonly moods: readonly number[];
  /** Normalised texts of the last turns, newest last, at most six: a repeated question is seen here. */
  readonly recent: readonly string[];
  /** Each need with its end once, newest last, at most twenty. */
  readonly tried: readonly Tried[];
  readonly turns: number;
  /** Buttons of the last reply that carry on from it, or stand in it as a numbered list: whoever types what stands on one, or its number, has pressed it. */
  readonly offered?: readonly { readonly id: string; readonly label: string; readonly value?: string }[] | undefined;
  /** The article that was quoted last, until the talk turns to something else: 「要多久」 is asked of it. */
  readonly article?: string | undefined;
  /** The list of the last answer, in its order, until the talk turns to something else. */
  readonly choices?: readonly Choice[] | undefined;
  /** The intent whose change to the account was made last, until the talk turns to something else: 「取消」 right after it is about that. */
  readonly made?: string | undefined;
  /** What is said once to whoever is signed in was said, or there was nothing to say: where an open case stands, that letters can be larger. */
  readonly hasToldCases?: boolean | undefined;
  /** What a sign-in was for that was under way when a person was asked for: a code that still comes goes on with it. */
  readonly signInFor?: SignInFor | undefined;
}

type SignInFor = Pick<Extract<FormInProgress, { kind: 'verify' }>, 'level' | 'pendingText' | 'pendingIntent'>;

/** What the code that still comes is for, after the form for it gives way to something else. */
export function signInLeft({ form, signInFor }: DialogueMemory): SignInFor | undefined {
  if (form?.kind !== 'verify' || form.asked !== undefined || form.isForTelling === true) return signInFor;
  const { level, pendingText, pendingIntent } = form;
  return { level, pendingText, pendingIntent };
}

export const EMPTY_MEMORY: DialogueMemory = {
  form: null,
  topic: null,
  failedTurns: 0,
  hasAskedBack: false,
  hasOfferedPerson: false,
  moods: [],
  recent: [],
  tried: [],
  turns: 0,
  offered: undefined,
  article: undefined,
  choices: undefined,
  made: undefined,
  hasToldCases: undefined,
  signInFor: undefined,
};
