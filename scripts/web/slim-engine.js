/** Slims Socket.IO's client for the pages: no WebTransport, binary payloads, cookie jar, Node and React Native, which they never use; addresses and their queries read by the browser's own parsers; polling by fetch, a quarter of the XHR one's size. */
const replacements = {
  'engine.io-client/build/esm/globals.js': "export const nextTick = (call) => Promise.resolve().then(call); export const globalThisShim = globalThis; export const defaultBinaryType = 'arraybuffer'; export const createCookieJar = () => {};",
  'engine.io-client/build/esm/transports/websocket.js': `import { Transport } from '../transport.js'; import { encodePacket } from 'engine.io-parser'; import { nextTick } from '../globals.js';
    export class WS extends Transport {
      get name() { return 'websocket'; }
      doOpen() {
        let ws;
        try { ws = this.ws = new WebSocket(this.createUri(this.opts.secure ? 'wss' : 'ws', this.query)); } catch (error) { return this.emitReserved('error', error); }
        ws.onopen = () => this.onOpen();
        ws.onclose = (context) => this.onClose({ description: 'websocket connection closed', context });
        ws.onmessage = ({ data }) => this.onData(data);
        ws.onerror = (error) => this.onError('websocket error', error);
      }
      write(packets) {
        this.writable = false;
        // One that is closing throws, and its close is told right after.
        for (const packet of packets) encodePacket(packet, true, (data) => { try { this.ws.send(data); } catch {} });
        nextTick(() => { this.writable = true; this.emitReserved('drain'); });
      }
      doClose() {
        if (!this.ws) return;
        this.ws.onerror = () => {};
        this.ws.close();
        this.ws = null;
      }
    }`,
  'engine.io-client/build/esm/transports/polling-fetch.js': `import { Polling } from './polling.js';
    export class Fetch extends Polling {
      doPoll() { this.go('read', {}, (response) => void response.text().then((data) => this.onData(data))); }
      doWrite(body, done) { this.go('write', { method: 'POST', body, headers: { 'content-type': 'text/plain;charset=UTF-8' } }, done); }
      go(what, wishes, done) {
        const failed = (why, response) => this.onError('fetch ' + what + ' error', why, response);
        fetch(this.uri(), { credentials: 'omit', ...wishes }).then((response) => (response.ok ? done(response) : failed(response.status, response))).catch(failed);
      }
    }`,
  'engine.io-client/build/esm/transports/webtransport.js': 'export class WT {}',
  'engine.io-client/build/esm/transports/polling-xhr.js': "export { Fetch as XHR } from './polling-fetch.js';",
  'engine.io-client/build/esm/contrib/parseuri.js':
    "export const parse = (text) => { const { protocol, hostname, port, pathname } = new URL(text); return { source: text, protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port, path: pathname, query: '', queryKey: {} }; };",
  'engine.io-client/build/esm/contrib/parseqs.js': 'export const encode = (query) => `${new URLSearchParams(query)}`; export const decode = (text) => Object.fromEntries(new URLSearchParams(text));',
  'engine.io-parser/build/esm/encodePacket.browser.js':
    "import { PACKET_TYPES } from './commons.js'; export const encodePacket = ({ type, data }, supportsBinary, callback) => callback(PACKET_TYPES[type] + (data || '')); export const encodePacketToBinary = () => {};",
  'engine.io-parser/build/esm/decodePacket.browser.js':
    "import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js'; export const decodePacket = (packet) => { const type = PACKET_TYPES_REVERSE[packet[0]]; return type ? { type, data: packet.length > 1 ? packet.slice(1) : undefined } : ERROR_PACKET; };",
  'engine.io-parser/build/esm/contrib/base64-arraybuffer.js': 'export const encode = (data) => data; export const decode = (data) => data;',
  // What is no packet throws, which the client takes for a broken connection.
  'socket.io-parser/build/esm/index.js': `import { Emitter } from '@socket.io/component-emitter';
    export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 };
    export const protocol = 5;
    export class Encoder {
      encode({ type, nsp, id, data }) { return [type + nsp + ',' + (id ?? '') + (data === undefined ? '' : JSON.stringify(data))]; }
    }
    export class Decoder extends Emitter {
      add(text) {
        const [, type, nsp, id, data] = /^([0-4])(\\/[^,]*),?(\\d*)(.*)/s.exec(text);
        this.emitReserved('decoded', { type: +type, nsp, id: id ? +id : undefined, data: data ? JSON.parse(data) : undefined });
      }
      destroy() {}
    }`,
  'socket.io-client/build/esm/url.js': "export const url = (source) => ({ source, path: new URL(source).pathname });",
};

export const slimEngine = {
  name: 'slim-engine',
  enforce: 'pre',
  load(id) {
    const found = Object.entries(replacements).find(([ending]) => id.endsWith(ending));
    return found?.[1] ?? null;
  },
};
