/** Names of places as people enter them, over HTTP. */
import { z } from 'zod';

const MOST_CHARS = 4000;

/** Between commas. */
export const placesQuery = z.object({ names: z.string().max(MOST_CHARS) });
export const placesAnswer = z.object({ unknown: z.array(z.string()).describe('Those whose province or city is not known here: what is limited to them may reach nobody') });
