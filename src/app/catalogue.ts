/** Opens the content with the names of what is sold; an operator that is away at the start is asked again until it answers. */
import type { ContentOpening, Published } from '../content/published.js';
import { ProductError } from '../domain/errors.js';
import type { Clock } from '../ports/clock.js';
import type { ProductCatalogue } from '../ports/product-catalogue.js';
import type { Logger } from '../telemetry/logger.js';

type Sold = ContentOpening['catalogue'];

export interface CatalogueParts {
  readonly catalogue: Pick<ProductCatalogue, 'plans' | 'products'>;
  readonly open: (sold: Sold) => Promise<Published>;
  readonly clock: Clock;
  readonly logger: Logger;
}

export const ASK_AGAIN_MS = 15_000;
const NOTHING: Sold = { plans: [], products: [] };

/** Until the operator answers everything works but the names of its plans: articles, persons, and a plain word about the account. */
export async function openWithCatalogue(parts: CatalogueParts): Promise<Published> {
  const sold = await whatIsSold(parts);
  const content = await parts.open(sold ?? NOTHING);
  if (sold === null) askAgain(parts, content);
  return content;
}

function askAgain(parts: CatalogueParts, content: Published): void {
  parts.clock.after(ASK_AGAIN_MS, () => {
    isLaidOver(parts, content).then(
      (isDone) => {
        if (!isDone) askAgain(parts, content);
      },
      (error: unknown) => {
        parts.logger.error({ error }, 'the catalogue could not be laid over the content; it is tried again');
        askAgain(parts, content);
      },
    );
  });
}

/** Over what is in force by then, which may have been published since the start; a revision that comes while it is opened is never put back. */
async function isLaidOver(parts: CatalogueParts, content: Published): Promise<boolean> {
  const sold = await whatIsSold(parts);
  if (sold === null) return false;
  const opened = (await parts.open(sold)).current();
  if (opened.number !== content.current().number) return false;
  content.swap(opened);
  return true;
}

async function whatIsSold({ catalogue, logger }: CatalogueParts): Promise<Sold | null> {
  try {
    return { plans: await catalogue.plans(), products: await catalogue.products() };
  } catch (problem) {
    if (!(problem instanceof ProductError) || problem.code !== 'unavailable') throw problem;
    logger.warn({}, 'the operator does not answer: its plans and products are not known by name yet');
    return null;
  }
}
