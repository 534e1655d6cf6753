/**
 * Drives a server from a process of its own. Prints a line when the warm-up is over, and what it saw as a line of JSON.
 * `load-client.ts closed URL WORDING CLIENTS SECONDS` sends as soon as the reply is there; `open URL WORDING CLIENTS SECONDS RATE`
 * sends on a schedule and takes latency from the scheduled time, so that a stalled server cannot hide. Speaks Socket.IO
 * itself and reads of each packet only what it needs to know: on two cores a client that reads everything takes the server's time away.
 */
import { FrameSocket } from './frames.js';
import { question } from './wording.js';

/** Long enough for the code of either server to be compiled: a service runs for months. */
const WARM_UP_MS = 4000;
const WARM_UP_REPLIES = 8000;
/** A machine that is busy with other things may never get there. */
const LONGEST_WARM_UP_MS = 60_000;
const LOOK_EVERY_MS = 50;

const [mode = 'closed', url = '', wording = 'plain', clients = '50', seconds = '8', rate = '1000'] = process.argv.slice(2);
const count = Number(clients);
const duration = Number(seconds) * 1000;

/** Packets of Engine.IO and of Socket.IO as they begin, for the one namespace there is. */
const OPEN = '0';
const PING = '2';
const PONG = '3';
const CONNECT = '40/chat,';
const EVENT = '42/chat,';
const ACK = '43/chat,';
const TOLD = '42/chat,["conversation"';
const SAID = '42/chat,["message"';
/** Who speaks stands among a message's first fields. */
const HEAD_BYTES = 300;

interface Client {
  readonly socket: FrameSocket;
  /** Counts the acknowledgements asked for. */
  ack: number;
  /** Goes through all questions in turn: whoever asks the same again and again is answered with an apology and a person. */
  asked: number;
  /** Sent and not yet answered. */
  waiting: number;
  /** Called with the first words of the assistant to each question. */
  onReply: () => void;
}

async function token(index: number): Promise<string | undefined> {
  const msisdn = `138000000${String((index % 20) + 1).padStart(2, '0')}`;
  const response = await fetch(`${url}/demo/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ msisdn }) }).catch(() => null);
  return response?.ok ? ((await response.json()) as { token: string }).token : undefined;
}

async function connect(index: number): Promise<Client> {
  const siteToken = await token(index);
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const socket = await FrameSocket.open(new URL('/socket.io/?EIO=4&transport=websocket', url), (bytes, start, end) => {
    if (isAt(bytes, start, EVENT)) heard(client, { bytes, start, end }, begin);
    else if (isAt(bytes, start, ACK)) refused += bytes.subarray(start, end).includes('"ok":false') ? 1 : 0;
    else if (isAt(bytes, start, OPEN)) socket.send(`${CONNECT}${JSON.stringify(siteToken === undefined ? {} : { token: siteToken })}`);
    else if (isAt(bytes, start, PING)) socket.send(PONG);
  });
  const client: Client = { socket, ack: 0, asked: index, waiting: 0, onReply: () => undefined };
  await begun;
  return client;
}

function heard(client: Client, { bytes, start, end }: { bytes: Buffer; start: number; end: number }, begin: () => void): void {
  if (isAt(bytes, start, TOLD)) {
    begin();
    return;
  }
  // That the assistant is typing is no answer.
  if (client.waiting === 0 || !isAt(bytes, start, SAID) || !bytes.subarray(start, Math.min(end, start + HEAD_BYTES)).includes('"from":"bot"')) return;
  client.waiting -= 1;
  client.onReply();
}

/** Byte by byte, since every packet is looked at. */
function isAt(bytes: Buffer, start: number, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (bytes[start + at] !== text.charCodeAt(at)) return false;
  return true;
}

let sent = 0;
function send(client: Client): void {
  sent += 1;
  client.asked += 1;
  client.waiting += 1;
  client.ack += 1;
  const payload = { clientId: `b${sent}`, text: question(wording === 'varied' ? 'varied' : 'plain', { asked: client.asked, sent }) };
  client.socket.send(`${EVENT}${client.ack}${JSON.stringify(['send', payload])}`);
}

let isWarm = false;
let refused = 0;
let replies = 0;
const latencies: number[] = [];
const all: Client[] = [];
for (let index = 0; index < count; index += 1) all.push(await connect(index));

if (mode === 'closed') await closedLoop();
else await openLoop(Number(rate));
process.exit(0);

async function closedLoop(): Promise<void> {
  let begun = 0;
  let warmUpReplies = 0;
  for (const client of all) {
    client.onReply = () => {
      if (begun > 0) replies += 1;
      else warmUpReplies += 1;
      send(client);
    };
    send(client);
  }
  const start = performance.now();
  const isDone = () => performance.now() - start > (warmUpReplies < WARM_UP_REPLIES ? LONGEST_WARM_UP_MS : WARM_UP_MS);
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  tellWarm();
  begun = performance.now();
  await new Promise((resolve) => setTimeout(resolve, duration));
  const took = performance.now() - begun;
  print({ mode, replies, refused, repliesPerSecond: Math.round((replies / took) * 1000) });
}

async function openLoop(perSecond: number): Promise<void> {
  const due = new Map<Client, number[]>(all.map((client) => [client, []]));
  for (const client of all) {
    client.onReply = () => {
      const scheduled = due.get(client)?.shift();
      if (scheduled !== undefined) latencies.push(performance.now() - scheduled);
    };
  }
  const warmUpSends = (perSecond * WARM_UP_MS) / 1000;
  const total = warmUpSends + (perSecond * duration) / 1000;
  const begun = performance.now();
  for (let index = 0; index < total; ) {
    if (index >= warmUpSends) tellWarm();
    const shouldBeAt = Math.floor(((performance.now() - begun) / 1000) * perSecond);
    for (; index <= shouldBeAt && index < total; index += 1) {
      const client = all[index % count];
      if (!client) continue;
      due.get(client)?.push(begun + (index / perSecond) * 1000);
      send(client);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const missing = [...due.values()].reduce((sum, list) => sum + list.length, 0);
  const counted = latencies.slice(warmUpSends).sort((a, b) => a - b);
  const at = (share: number): number => Math.round((counted[Math.min(counted.length - 1, Math.floor(counted.length * share))] ?? 0) * 100) / 100;
  print({ mode, perSecond, counted: counted.length, missing, refused, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) });
}

function tellWarm(): void {
  if (isWarm) return;
  isWarm = true;
  process.stdout.write('warm\n');
}

function print(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
