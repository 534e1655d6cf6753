/** What is behind complaints and faults. */
import { FindingsPage } from './findings-page.js';

export default function CausesPage() {
  return <FindingsPage key="case" kind="case" />;
}
