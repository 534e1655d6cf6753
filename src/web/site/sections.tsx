/** The middle of the home page: everyday services, the promise, roaming, coverage and help. */
import { useState } from 'preact/hooks';
import type { WireLocale } from '../../protocol/chat.js';
import { Mark } from '../kit/icons.js';
import { HELP_ARTICLES } from './offerings.js';
import type { SiteWords } from './words-zh.js';
import { ask } from './widget-tag.js';

const SERVICE_ICONS = [
  'M4 7h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 7l11-3v3M16 13h.010',
  'M5 19v-3M10 19v-7M15 19V9M20 19V5',
  'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  'M7 7h12l-3-3M17 17H5l3 3',
  'M12 4a8 8 0 1 0 .010 0M12 8v8M8 12h8',
  'M4 15h16v5H4zM8 17.500h.010M12 15v-3M8 9a6 6 0 0 1 8 0M5.500 6a10 10 0 0 1 13 0',
  'M7 3h7l4 4v14H7zM10 12h5v5h-5z',
  'M12 3v12M8 7l4-4 4 4M5 14v6h14v-6',
] as const;

export function Services({ words }: { words: SiteWords }) {
  return (
    <section class="services wide" aria-label={words.servicesTitle}>
      {words.services.map(([name, question], index) => (
        <button key={name} onClick={() => ask(question)}>
          <svg class="jb-icon" viewBox="0 0 24 24" aria-hidden="true"><path d={SERVICE_ICONS[index] ?? ''} /></svg>
          {name}
        </button>
      ))}
    </section>
  );
}

export function OnceOnly({ words }: { words: SiteWords }) {
  return (
    <section class="promise">
      <div class="wide">
        <h2><span class="brand-mark"><Mark /></span>{words.promiseTitle}</h2>
        <ol>
          {words.promises.map(([title, text]) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

export function RoamingAndCoverage({ words }: { words: SiteWords }) {
  const [place, setPlace] = useState('');
  const check = (event: Event): void => {
    event.preventDefault();
    if (place.trim() !== '') ask(words.coverageQuestion(place.trim()));
  };
  return (
    <div class="pair wide">
      <section class="panel" id="roaming">
        <h2>{words.roamingTitle}</h2>
        <p>{words.roamingText}</p>
        <table>
          <tbody>
            {words.roaming.map(([region, price, data]) => (
              <tr key={region}>
                <th scope="row">{region}</th>
                <td>{data}</td>
                <td><b>{price}</b> {words.perDay}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <button class="button button-soft" onClick={() => ask(words.roamingQuestion)}>{words.roamingAsk}</button>
      </section>
      <section class="panel panel-coverage" id="coverage">
        <h2>{words.coverageTitle}</h2>
        <p>{words.coverageText}</p>
        <form onSubmit={check}>
          <input value={place} onInput={(event) => setPlace(event.currentTarget.value)} placeholder={words.coverageField} aria-label={words.coverageField} maxLength={60} />
          <button class="button">{words.coverageGo}</button>
        </form>
        <svg class="masts" viewBox="0 0 400 150" aria-hidden="true">
          <path d="M0 128q60-34 120-12t120-18 160 6v46H0z" />
          {[[70, 62, 1], [206, 40, 1.3], [330, 58, 0.9]].map(([x, y, size]) => (
            <g key={x} transform={`translate(${x} ${y}) scale(${size})`}>
              <path class="mast" d="M0 0v62M-9 62L0 12l9 50M-6 44h12" />
              <path class="mast-wave" d="M-10 -8a14 14 0 0 0 0 18M10 -8a14 14 0 0 1 0 18M-18 -15a26 26 0 0 0 0 32M18 -15a26 26 0 0 1 0 32" />
            </g>
          ))}
        </svg>
      </section>
    </div>
  );
}

export function Help({ words, locale }: { words: SiteWords; locale: WireLocale }) {
  return (
    <section class="help wide" id="help">
      <h2>{words.helpTitle}</h2>
      <p class="lead">{words.helpText}</p>
      <div class="help-groups">
        {HELP_ARTICLES.map((articles, index) => (
          <div key={index}>
            <h3>{words.helpGroups[index]}</h3>
            <ul>
              {articles.map((article) => (
                <li key={article.id}><a href={`/kb/${article.id}?locale=${locale}`}>{article.title[locale]}</a></li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
