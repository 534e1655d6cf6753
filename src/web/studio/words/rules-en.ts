/** What the rules of the conversation are called where a draft is tried and checked, in English. */
export const rules: Readonly<Record<string, string>> = {
  attachment: 'A file came',
  wordless: 'A message without words: a sticker, a voice message',
  'takes-time': 'The subscriber needs a moment',
  'confirm-change': 'An order is confirmed or dropped',
  'pressed-button': 'A button was pressed',
  'after-sign-in': 'Goes on after the sign-in',
  'danger-to-life': 'Somebody is in danger: a person at once',
  'leave-line': 'Leaves the line',
  'form-answer': 'Answers what was asked',
  'takes-back': 'Takes back what was said',
  language: 'Another language is wanted',
  'answers-offer': 'Answers the offer of a person',
  'bare-answer': 'A yes or no to nothing',
  fraud: 'Fraud or theft: a person at once',
  'asks-for-person': 'Asks for a person',
  'clarify-answer': 'Answers a question asked back',
  unhappy: 'Unhappy: a person is offered',
  correction: 'Corrects what was said',
  'follow-up': 'Follows up',
  'bare-word': 'One word only: choices are shown',
  'several-needs': 'Several needs at once',
  'clear-intent': 'A clear intent: answered',
  'model-choice': 'A language model chose',
  'two-close-intents': 'Two intents are close: asks back',
  'out-of-scope': 'Not our business',
  knowledge: 'Found in an article',
  fallback: 'Not understood',
  'account-help': 'Not understood: helped from the account',
};

/** Texts of the draft that are no entry of the studio's lists. */
export const texts = {
  lexicon: (file: string) => `Lexicon: ${file}`,
  golden: (file: string) => `Golden questions: ${file}`,
};
