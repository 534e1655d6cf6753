/** How often somebody may do what: `points` in `windowSeconds`, counted for one key. */
import type { RateLimit } from '../ports/rate-limit.js';

export const RATE_LIMITS = {
  /** Typing as fast as a person can stays far below. */
  'chat.send': { points: 40, windowSeconds: 10 },
  'chat.act': { points: 40, windowSeconds: 10 },
  'chat.read': { points: 200, windowSeconds: 10 },
  /** By address: an office behind one router must still get in. */
  'chat.connect': { points: 600, windowSeconds: 60 },
  /** What is said to somebody of an outside channel beside the record, once for all nodes. */
  'channel.typing': { points: 1, windowSeconds: 3 },
  'channel.greet': { points: 1, windowSeconds: 3600 },
  /** Files are large and few. */
  'attachment.upload': { points: 20, windowSeconds: 60 },
  'desk.connect': { points: 120, windowSeconds: 60 },
  'desk.send': { points: 60, windowSeconds: 10 },
  'desk.act': { points: 120, windowSeconds: 10 },
  /** Each asks a language model. */
  'desk.write': { points: 20, windowSeconds: 60 },
  'desk.read': { points: 400, windowSeconds: 10 },
  'staff.login': { points: 60, windowSeconds: 60 },
  api: { points: 600, windowSeconds: 60 },
} as const;

export type RateBucket = keyof typeof RATE_LIMITS;

/** For load tests only. */
export const UNLIMITED: RateLimit = { take: () => Promise.resolve({ allowed: true, retryAfterMs: 0 }) };
