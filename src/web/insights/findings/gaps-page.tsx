/** What we could not answer. */
import { FindingsPage } from './findings-page.js';

export default function GapsPage() {
  return <FindingsPage key="question" kind="question" />;
}
