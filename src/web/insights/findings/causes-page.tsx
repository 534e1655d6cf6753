/** What is behind complaints, faults and claims for money back. */
import { FindingsPage } from './findings-page.js';

export default function CausesPage() {
  return <FindingsPage key="case" kind="case" />;
}
