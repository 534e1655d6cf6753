/** The full-screen page for a phone, in the manner of WeChat: started here, drawn by `WechatPage`. */
import { render } from 'preact';
import { buildParts } from '../kit/browser-parts.js';
import '../kit/cards.css';
import { ChatRoot } from '../kit/chat-root.js';
import '../kit/kit.css';
import { localeOf } from '../kit/settings.js';
import './wechat.css';
import { WechatPage } from './wechat-page.js';

const asked = new URLSearchParams(location.search);
/** What a reload and the way back find again: this entry of the tab's history, and nothing that is shown or shared. */
const kept = history.state as { readonly pass?: string } | null;
const pass = asked.get('token') ?? kept?.pass ?? null;
const page = document.querySelector('#page');
if (page !== null) {
  const parts = buildParts({ page: 'wechat', server: location.origin, token: pass, locale: localeOf(asked.get('locale')) });
  // The pass must not stay in the address bar, in the list of visited pages or in a shared link.
  if (asked.has('token')) {
    asked.delete('token');
    history.replaceState({ pass }, '', asked.size > 0 ? `?${asked.toString()}` : location.pathname);
  }
  parts.client.start();
  render(
    <ChatRoot parts={parts}>
      <WechatPage />
    </ChatRoot>,
    page,
  );
}
