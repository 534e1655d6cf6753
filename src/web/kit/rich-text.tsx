/** Draws an answer's text: paragraphs, lists, bold, code and links, as text nodes only. */
import { useChat } from './chat-context.js';
import { readMarkdown, type Inline } from './markdown-lite.js';

/** At the end of a line 「5 分钟」 is not cut into a bare figure and its unit, nor a date into its parts. */
const WITH_UNIT = /(\d+(?: \p{Script=Han}{1,2}|[年月][\d年月]+日))/u;

export function RichText({ text }: { text: string }) {
  return (
    <>
      {readMarkdown(text).map((block, index) => {
        if (block.type === 'paragraph') return <p key={index}><Inlines inlines={block.inlines} /></p>;
        const items = block.items.map((inlines, item) => <li key={item}><Inlines inlines={inlines} /></li>);
        return block.isOrdered ? <ol key={index} start={block.start}>{items}</ol> : <ul key={index}>{items}</ul>;
      })}
    </>
  );
}

function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  const { server } = useChat();
  return (
    <>
      {inlines.map((inline, index) => {
        if (inline.type === 'bold') return <strong key={index}>{inline.text}</strong>;
        if (inline.type === 'code') return <code key={index}>{inline.text}</code>;
        if (inline.href === undefined) return inline.text.split(WITH_UNIT).map((part, at) => (at % 2 === 0 ? part : <span key={at} class="jb-whole">{part}</span>));
        const href = inline.href.startsWith('/') ? server + inline.href : inline.href;
        return <a key={index} href={href} target="_blank" rel="noopener noreferrer">{inline.type === 'image' ? <img src={href} alt={inline.text} /> : inline.text}</a>;
      })}
    </>
  );
}
