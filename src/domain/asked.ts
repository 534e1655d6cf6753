/** What can be asked or said in few words of what was told just before. */
export const ASKED_KINDS = [
  // How long, and when.
  'how-long', 'when', 'when-done', 'expires', 'points-expire', 'lapsing', 'resets', 'since-when', 'sooner',
  // How much.
  'how-much', 'fee', 'is-free', 'what-it-cost', 'penalty', 'penalty-sum', 'to-pay', 'part-payment', 'no-money', 'how-to-pay', 'how-much-saved', 'waives', 'overpaid', 'what-else',
  // Where, who, how, with what, on what terms.
  'where', 'where-money', 'phone', 'gives-away', 'who', 'cannot-come', 'who-comes', 'how-many-come', 'at-home', 'what-to-bring', 'how-many', 'limits-use', 'contract-term', 'each-number', 'how', 'what-now', 'terms', 'with-what', 'by-itself', 'how-reckoned', 'when-charged',
  // Undoing, ending, keeping.
  'undoing', 'way-back', 'ends-it', 'ends-them', 'ends-all', 'after-all', 'gets-out', 'pack-back', 'money-back', 'same-number', 'keeps-number', 'keeps-credit', 'keeps-points', 'keeps-plan', 'keeps-data', 'keeps-discount', 'keeps-contract', 'keeps-contacts', 'loses', 'staying', 'afterwards',
  // What is being worked on.
  'too-slow', 'chase', 'where-it-stands', 'what-if-not', 'calls-off', 'mends', 'to-mend', 'mended-now', 'why', 'what-is-it',
  // What one has.
  'left', 'used-up', 'goes-over', 'data-left', 'enough', 'not-enough', 'which-pack', 'cheaper', 'larger', 'gone-fast', 'last-month', 'and-calls', 'calls-or-texts', 'calls-enough', 'still-works', 'last-payment', 'of-year', 'is-paid', 'is-due', 'spends', 'what-for', 'earns', 'not-spent', 'recommend', 'save', 'avoids', 'worth',
  // What is said of it.
  'denies', 'has-paid', 'just-paid', 'still-missing', 'how-paid', 'sum-alone', 'at-price',
] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];
/** Empty where a message says more, or nothing of the kind. */
export type Asked = readonly AskedKind[];
