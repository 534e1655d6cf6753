/** The operator's clock, which sentences and pages both go by wherever a browser stands: China keeps UTC+8 without summer time, so plain arithmetic is exact. */

export const OPERATOR_AHEAD_MS = 8 * 3_600_000;
/** For Intl. */
export const OPERATOR_ZONE = 'Asia/Shanghai';

/** Its UTC fields are what the operator's clock shows at `at` (epoch ms). */
export const operatorClock = (at: number): Date => new Date(at + OPERATOR_AHEAD_MS);

/** YYYY-MM-DD. */
export const operatorDay = (at: number): string => operatorClock(at).toISOString().slice(0, 10);

/** As a field for day and time holds it: YYYY-MM-DDTHH:mm. */
export const operatorField = (at: number): string => operatorClock(at).toISOString().slice(0, 16);

/** Back to epoch ms; NaN for what is no day and time. Seconds may follow. */
export const momentOfField = (value: string): number => Date.parse(`${value}Z`) - OPERATOR_AHEAD_MS;
