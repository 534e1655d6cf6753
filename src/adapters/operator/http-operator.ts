/** The operator's systems in another process, over HTTP and JSON; every trouble on the way is `unavailable` within three seconds. */
import { ERROR_TABLE, ProductError, type ErrorCode } from '../../domain/errors.js';
import type { AccountDocument } from './account-document.js';
import type { Operator } from './demo-operator.js';

const TIMEOUT_MS = 3_000;

type Call = <Result>(name: string, ...values: readonly unknown[]) => Promise<Result>;

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERROR_TABLE, code);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** An operator that answers with an error of its own means `not-found` and the like; anything else is its absence. */
function readAnswer(body: unknown): unknown {
  if (isRecord(body) && 'result' in body) return body['result'];
  const error = isRecord(body) && isRecord(body['error']) ? body['error']['code'] : null;
  const isExpected = error === 'not-found' || error === 'bad-request';
  throw new ProductError(isExpected && isCode(error) ? error : 'unavailable', 'the operator refused');
}

function callTo(base: string, timeoutMs: number): Call {
  return async <Result>(name: string, ...values: readonly unknown[]): Promise<Result> => {
    let body: unknown;
    try {
      const response = await fetch(`${base}/operator/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(values),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      body = await response.json();
    } catch (problem) {
      throw new ProductError('unavailable', 'the operator did not answer', problem);
    }
    return readAnswer(body) as Result;
  };
}

export function createHttpOperator(options: { url: string; timeoutMs?: number }): Operator {
  const call = callTo(options.url.replace(/\/$/, ''), options.timeoutMs ?? TIMEOUT_MS);
  return {
    businessSystem: {
      profile: (msisdn) => call('profile', msisdn),
      balance: (msisdn) => call('balance', msisdn),
      usage: (msisdn) => call('usage', msisdn),
      bills: (msisdn, count) => call('bills', msisdn, count),
      payments: (msisdn, count) => call('payments', msisdn, count),
      planHolding: (msisdn) => call('plan-holding', msisdn),
      subscriptions: (msisdn) => call('subscriptions', msisdn),
      points: (msisdn) => call('points', msisdn),
      callRecords: (msisdn, month) => call('call-records', msisdn, month),
    },
    catalogue: { plans: () => call('plans'), products: () => call('products'), priceList: () => call('price-list') },
    orders: {
      prepare: (msisdn, kind, targetId) => call('prepare', msisdn, kind, targetId),
      refund: (msisdn, refund, orderKey) => call('refund', msisdn, refund, orderKey),
      commit: (msisdn, change, orderKey) => call('commit', msisdn, change, orderKey),
    },
    network: {
      outages: (region) => call('outages', region),
      checkLine: (msisdn) => call('check-line', msisdn),
      puk: (msisdn) => call('puk', msisdn),
      tickets: (msisdn) => call('tickets', msisdn),
      openTicket: (msisdn, kind, note, orderKey) => call('open-ticket', msisdn, kind, note, orderKey),
    },
    account: (msisdn) => call<AccountDocument | null>('account', msisdn),
  };
}
