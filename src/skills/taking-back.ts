/** The slot by which a skill is asked what can still be done about the change that it just made. */
export const TAKING_BACK = { change: 'undo' } as const;

export const wantsUndo = (slots: Readonly<Record<string, string>>): boolean => slots['change'] === TAKING_BACK.change;
