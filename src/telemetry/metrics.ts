/** What is counted, in one registry of our own. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { ModelMetrics } from './model-metrics.js';
import { Tally } from './tally.js';

const DOORS = ['chat', 'desk', 'desk-http'] as const;

export class Metrics {
  readonly registry = new Registry();
  readonly chatSockets = new Gauge({ name: 'jiebang_chat_sockets', help: 'Subscriber sockets open', registers: [this.registry] });
  readonly deskSockets = new Gauge({ name: 'jiebang_desk_sockets', help: 'Staff sockets open', registers: [this.registry] });
  /** Socket events of each door, by event and outcome. */
  readonly requests: Readonly<Record<(typeof DOORS)[number], Tally>> = { chat: new Tally(), desk: new Tally(), 'desk-http': new Tally() };
  /** Messages recorded, by speaker. */
  readonly messages = new Tally();
  readonly handoffs = new Counter({ name: 'jiebang_handoffs_total', help: 'Conversations that joined the line, by reason', labelNames: ['reason'], registers: [this.registry] });
  readonly waiting = new Gauge({ name: 'jiebang_waiting', help: 'Conversations in line', registers: [this.registry] });
  readonly waitRangeHits = new Gauge({ name: 'jiebang_wait_range_hit_ratio', help: 'Waits of the last 30 days that ended within the range shown first', registers: [this.registry] });
  readonly foreignRecords = new Counter({
    name: 'jiebang_business_system_dropped_records_total',
    help: 'Records of the business system that were not of the subscriber asked about, and were dropped',
    labelNames: ['verdict'],
    registers: [this.registry],
  });
  readonly http = new Histogram({
    name: 'jiebang_http_seconds',
    help: 'HTTP requests by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [this.registry],
  });

  readonly model = new ModelMetrics(this.registry);

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    const { requests, messages } = this;
    new Counter({
      name: 'jiebang_requests_total',
      help: 'Socket events by door, event and outcome',
      labelNames: ['door', 'event', 'outcome'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const door of DOORS) requests[door].forEach((event, outcome, count) => this.inc({ door, event, outcome }, count));
      },
    });
    new Counter({
      name: 'jiebang_messages_total',
      help: 'Messages recorded, by speaker',
      labelNames: ['from'],
      registers: [this.registry],
      collect() {
        this.reset();
        messages.forEach((from, _outcome, count) => this.inc({ from }, count));
      },
    });
  }
}
