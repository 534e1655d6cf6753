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
const page = document.querySelector('#page');
if (page !== null) {
  const parts = buildParts({ page: 'wechat', server: location.origin, token: asked.get('token'), locale: localeOf(asked.get('locale')) });
  // The pass must not stay in the address bar, the history or a shared link.
  if (asked.has('token')) history.replaceState(null, '', location.pathname);
  parts.client.start();
  render(
    <ChatRoot parts={parts}>
      <WechatPage />
    </ChatRoot>,
    page,
  );
}
