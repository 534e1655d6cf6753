/** The article as the chat quotes it: cut by the server as it would be, read by the chat's own reader of Markdown. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readMarkdown, withPictures } from '../../kit/markdown-lite.js';
import type { Inline } from '../../kit/markdown-lite.js';
import { ProblemList } from '../frame/problem-list.js';
import { useStudio, useWords } from '../frame/studio-context.js';
import type { Bare } from '../frame/use-entry.js';
import { StudioError } from '../link/studio-api.js';
import type { ArticleEntry } from '../link/wire.js';

const REST_MS = 600;

export function ChatPreview({ entry }: { readonly entry: Bare<ArticleEntry> }) {
  const words = useWords().articles;
  const { api } = useStudio();
  const rested = useRested(entry);
  const { data, error, isPending } = useQuery({ queryKey: ['passages', rested], queryFn: () => api.passages(rested), placeholderData: (before) => before, gcTime: 0 });
  const problems = error instanceof StudioError ? error.problems : [];
  if (problems.length > 0) return <div className="bad"><ProblemList problems={problems} /></div>;
  if (isPending) return <p role="status">{words.quoting}</p>;
  return (
    <ol className="chat-preview" lang={entry.locale}>
      {data?.map(({ heading, text, pictures }, index) => (
        <li key={index} className="chat-bubble"><ChatText text={withPictures(heading === '' ? text : `${heading}\n${text}`, [{ pictures }])} /></li>
      ))}
    </ol>
  );
}

function ChatText({ text }: { readonly text: string }) {
  return readMarkdown(text).map((block, index) => {
    if (block.type === 'paragraph') return <p key={index}>{block.inlines.map(inline)}</p>;
    const items = block.items.map((item, at) => <li key={at}>{item.map(inline)}</li>);
    return block.isOrdered ? <ol key={index} start={block.start}>{items}</ol> : <ul key={index}>{items}</ul>;
  });
}

/** Links are shown, not followed: this is a look at it. */
function inline({ type, text, href }: Inline, index: number) {
  if (type === 'image') return <img key={index} src={href} alt={text} />;
  if (type === 'bold') return <strong key={index}>{text}</strong>;
  if (type === 'code') return <code key={index}>{text}</code>;
  return type === 'link' ? <u key={index}>{text}</u> : text;
}

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
