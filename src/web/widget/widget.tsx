/** The embed script: one tag on any page brings the launcher and the chat, in a shadow root of its own. */
import { render } from 'preact';
import { buildParts } from '../kit/browser-parts.js';
import { ChatRoot } from '../kit/chat-root.js';
import cardStyles from '../kit/cards.css?inline';
import kitStyles from '../kit/kit.css?inline';
import { localeOf } from '../kit/settings.js';
import { Signal } from '../kit/signal.js';
import { Launcher } from './launcher.js';
import { WidgetApi } from './widget-api.js';
import widgetStyles from './widget.css?inline';

// Only while the script runs does the browser tell which tag it came from.
const tag = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

function mount(): void {
  const data = tag?.dataset ?? {};
  const server = data['server'] ?? (tag?.src ? new URL(tag.src).origin : location.origin);
  const locale = localeOf(data['locale'] ?? document.documentElement.lang);
  const parts = buildParts({ page: 'web', server, token: data['token'] || null, locale });
  const host = document.createElement('jiebang-chat');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  // A constructed sheet needs no 'unsafe-inline' in the page's content security policy.
  sheet.replaceSync(kitStyles + cardStyles + widgetStyles);
  root.adoptedStyleSheets = [sheet];
  // Seen from the page, a key typed here was pressed on no field: its shortcuts would take it for theirs.
  for (const name of ['keydown', 'keypress', 'keyup']) host.addEventListener(name, (event) => event.stopPropagation());
  // Below the body a transform of it would take the place of the window, and below a page that is swapped the chat would go with it.
  document.documentElement.append(host);
  const isOpen = new Signal(false);
  render(
    <ChatRoot parts={parts}>
      <Launcher isOpen={isOpen} />
    </ChatRoot>,
    root,
  );
  window.Jiebang = new WidgetApi(parts, isOpen);
  if (parts.client.resumeToken !== null) parts.client.start();
  dispatchEvent(new CustomEvent('jiebang:ready'));
}

// A second tag, or the same one run twice by a page's own router, adds nothing.
if (window.Jiebang === undefined) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', mount, { once: true });
  else mount();
}
