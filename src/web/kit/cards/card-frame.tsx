/** The paper a card is drawn on: title, content, and as of when its figures hold. */
import type { ComponentChildren } from 'preact';
import { useChat } from '../chat-context.js';
import { momentOf } from '../format.js';
import { Left } from './left.js';

export function CardFrame(props: { title: string; aside?: ComponentChildren; asOf?: number; children: ComponentChildren }) {
  const { strings } = useChat();
  return (
    <section class="jb-card" aria-label={props.title}>
      <header>
        <strong>{props.title}</strong>
        {props.aside}
      </header>
      {props.children}
      {props.asOf !== undefined && <footer>{strings.asOf(momentOf(props.asOf, strings))}</footer>}
    </section>
  );
}

/** `rows`: what a figure is called and what it is; a countdown runs to `dueAt`. */
export function Rows({ rows }: { rows: readonly { name: string; value: string; note?: string | undefined; dueAt?: number | undefined }[] }) {
  return (
    <dl class="jb-rows">
      {rows.map((row, index) => (
        <div key={index}>
          <dt>
            {row.name}
            {row.note !== undefined && <small>{row.note}</small>}
            {row.dueAt && <Left at={row.dueAt} />}
          </dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
