/** Head and foot that the site's pages share. */
import type { ComponentChildren } from 'preact';
import { Icon, Mark } from '../kit/icons.js';
import { useWords, type SiteLook } from './site-look.js';
import { ask } from './widget-tag.js';

const HOTLINE = '400-000-1234';
const SEGMENTS = ['/', '/kb/home-169-broadband', '/kb/enterprise-services'] as const;

export function Frame({ look, children }: { look: SiteLook; children: ComponentChildren }) {
  const { locale, words } = useWords(look);
  const { nav } = words;
  const links: readonly (readonly [string, string])[] = [
    ['/#plans', nav.plans],
    ['/#top-up', nav.topUp],
    ['/kb/home-169-broadband', nav.home],
    ['/#roaming', nav.roaming],
    ['/#coverage', nav.coverage],
    ['/#help', nav.help],
  ];
  return (
    <>
      <div class="top">
        <div class="wide">
          <ul>{words.segments.map((segment, index) => <li key={segment}><a href={SEGMENTS[index] ?? '/'} class={index === 0 ? 'here' : undefined}>{segment}</a></li>)}</ul>
          <span class="top-stores">{words.stores}</span>
          <span>{words.hotline} {HOTLINE}</span>
          <button onClick={() => look.speak(locale === 'en' ? 'zh-CN' : 'en', localStorage)} lang={locale === 'en' ? 'zh-CN' : 'en'}>{words.language}</button>
        </div>
      </div>
      <header class="head">
        <div class="wide">
          <a class="brand" href="/"><span class="brand-mark"><Mark /></span>{words.brand}</a>
          <nav aria-label={words.brand}>{links.map(([href, name]) => <a key={href} href={href}>{name}</a>)}</nav>
          <button class="button" onClick={() => ask()}><Icon name="chat" />{words.ask}</button>
        </div>
      </header>
      {children}
      <footer class="foot">
        <div class="wide">
          {words.footer.map((lines, index) => (
            <section key={index}>
              <h2>{words.footerTitle[index]}</h2>
              {lines.map((line) => <p key={line}>{line}</p>)}
            </section>
          ))}
        </div>
      </footer>
    </>
  );
}
