/** Names in place of ids, read from the draft as it stands, and texts of the draft as links to where they are edited. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { hrefOf, namesOf } from '../link/names.js';
import type { Names } from '../link/names.js';
import { useLocale, useStudio, useWords } from './studio-context.js';

export function useNames(): Names {
  const { api } = useStudio();
  const locale = useLocale();
  const words = useWords();
  const { data: intents } = useQuery({ queryKey: ['intents'], queryFn: api.intents });
  const { data: articles } = useQuery({ queryKey: ['articles'], queryFn: api.articles });
  return useMemo(
    () => namesOf({ intents: intents ?? [], articles: articles ?? [] }, locale, { ...words.texts, routes: words.report.routes, rules: words.rules, variables: words.nav.variables }),
    [intents, articles, locale, words],
  );
}

export function TextLink({ path }: { readonly path: string }) {
  const names = useNames();
  const href = hrefOf(path);
  return href === null ? <span title={path}>{names.text(path)}</span> : <a className="intent-link" href={href} title={path}>{names.text(path)}</a>;
}

export function IntentLink({ id }: { readonly id: string }) {
  const names = useNames();
  return <a className="intent-link" href={`#/intents/${id}`} title={id}>{names.intent(id)}</a>;
}
