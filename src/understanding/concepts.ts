/** Words of the trade grouped by what they mean, across both languages, so that an unseen wording meets a seen one. */
import type { FeatureBuffer } from './features.js';

export class Concepts {
  addTo(_text: string, _into: FeatureBuffer): void {}
}
