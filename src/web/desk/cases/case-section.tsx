/** A part of a case under its name. */
import type { ReactNode } from 'react';

export function CaseSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="case-section">
      <h4>{title}</h4>
      {children}
    </section>
  );
}
