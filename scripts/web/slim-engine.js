/** Slims Socket.IO's client for the pages: no WebTransport and no binary payloads, which they never use, addresses and their queries read by the browser's own parsers, and polling by fetch, a quarter of the XHR one's size. */
const replacements = {
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
  'socket.io-parser/build/esm/is-binary.js': 'export const isBinary = () => false; export const hasBinary = () => false;',
  'socket.io-parser/build/esm/binary.js': 'export const deconstructPacket = (packet) => ({ packet, buffers: [] }); export const reconstructPacket = (packet) => packet;',
};

export const slimEngine = {
  name: 'slim-engine',
  enforce: 'pre',
  load(id) {
    const found = Object.entries(replacements).find(([ending]) => id.endsWith(ending));
    return found?.[1] ?? null;
  },
};
