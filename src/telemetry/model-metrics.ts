/** What is counted of the language model: calls and how they ended, tokens, time, the breaker, and what the guard kept back. */
import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

export class ModelMetrics {
  readonly calls: Counter;
  readonly tokens: Counter;
  readonly seconds: Histogram;
  readonly breaker: Gauge;
  readonly withheld: Counter;

  constructor(registry: Registry) {
    const registers = [registry];
    this.calls = new Counter({ name: 'jiebang_model_calls_total', help: 'Calls of the language model by purpose and outcome: whole, or how they failed', labelNames: ['purpose', 'outcome'], registers });
    this.tokens = new Counter({ name: 'jiebang_model_tokens_total', help: 'Tokens by direction', labelNames: ['direction'], registers });
    this.seconds = new Histogram({ name: 'jiebang_model_seconds', help: 'Time of calls by purpose', labelNames: ['purpose'], buckets: [0.2, 0.5, 1, 2, 4, 8], registers });
    this.breaker = new Gauge({ name: 'jiebang_model_breaker', help: '0 closed, 1 half open, 2 open', registers });
    this.withheld = new Counter({ name: 'jiebang_model_withheld_total', help: 'Generated texts the guard kept back, by reason', labelNames: ['reason'], registers });
  }
}
