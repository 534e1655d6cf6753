/** Guarantee: what is summed beside the registry is in it whenever somebody asks, once and with its labels. */
import { expect, it } from '@jest/globals';
import { Metrics } from '../../../src/telemetry/metrics.js';

it('tells requests and messages by their labels, again and again', async () => {
  const metrics = new Metrics();
  metrics.requests.chat.add('send', 'ok');
  metrics.requests.chat.add('send', 'ok');
  metrics.requests.chat.add('send', 'rate-limited');
  metrics.requests.desk.add('send', 'ok');
  metrics.messages.add('bot');
  await metrics.registry.metrics();
  metrics.messages.add('bot');
  const told = await metrics.registry.metrics();
  expect(told).toContain('jiebang_requests_total{door="chat",event="send",outcome="ok"} 2');
  expect(told).toContain('jiebang_requests_total{door="chat",event="send",outcome="rate-limited"} 1');
  expect(told).toContain('jiebang_requests_total{door="desk",event="send",outcome="ok"} 1');
  expect(told).toContain('jiebang_messages_total{from="bot"} 2');
});
