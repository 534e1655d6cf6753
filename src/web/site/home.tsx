/** The operator's home page. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { DemoSession } from './demo-session.js';
import { DemoStrip } from './demo-strip.js';
import { Frame } from './frame.js';
import { Hero } from './hero.js';
import { loadPageConfig, type PageConfig } from './page-config.js';
import { Plans } from './plans.js';
import { Help, OnceOnly, RoamingAndCoverage, Services } from './sections.js';
import './site.css';
import { SiteLook, useWords } from './site-look.js';
import { addWidget } from './widget-tag.js';

function Home({ look, session }: { look: SiteLook; session: DemoSession }) {
  const { locale, words } = useWords(look);
  const [config, setConfig] = useState<PageConfig | null>(null);
  useEffect(() => void loadPageConfig().then(setConfig), []);
  useEffect(() => {
    document.title = words.tagline;
  }, [words]);
  return (
    <>
      {config?.demo === true && <DemoStrip session={session} cast={config.cast} words={words} locale={locale} />}
      <Frame look={look}>
        <main>
          <Hero words={words} />
          <Services words={words} />
          <Plans words={words} locale={locale} />
          <OnceOnly words={words} />
          <RoamingAndCoverage words={words} />
          <Help words={words} locale={locale} />
        </main>
      </Frame>
    </>
  );
}

const page = document.querySelector('#page');
if (page !== null) {
  const look = new SiteLook(localStorage, new URL(location.href), navigator.language);
  const session = new DemoSession(sessionStorage);
  document.documentElement.lang = look.locale;
  render(<Home look={look} session={session} />, page);
  addWidget({ locale: look.locale, token: session.player.get()?.token ?? null });
}
