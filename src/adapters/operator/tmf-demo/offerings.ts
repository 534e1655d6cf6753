/** The demo's catalogue as TMF620 offerings and prices. */
import type { Plan, PriceList, Product } from '../../../domain/account.js';
import { moneyOf } from '../tmf/order-body.js';
import { named, offeringOf, until } from './resources-of-account.js';

const use = (name: string, value: string | number | boolean, unitOfMeasure?: string) => ({
  name, productSpecCharacteristicValue: [{ value: String(value), ...(unitOfMeasure === undefined ? {} : { unitOfMeasure }) }],
});

function planOffering(plan: Plan): { readonly offering: object; readonly price: object } {
  const priceId = `${plan.id}-price`;
  return {
    offering: {
      id: plan.id, ...named(plan.name), category: [{ id: 'plan', name: 'plan' }], productOfferingPrice: [{ id: priceId }],
      lifecycleStatus: plan.withdrawnOn === null ? 'Active' : 'Retired',
      ...(plan.withdrawnOn === null ? {} : { validFor: { endDateTime: until(plan.withdrawnOn) } }),
      prodSpecCharValueUse: [
        use('dataAllowance', plan.dataMb, 'MB'), use('voiceAllowance', plan.voiceMinutes, 'min'), use('smsAllowance', plan.smsCount, 'sms'),
        use('broadbandMbps', plan.broadbandMbps, 'Mbps'), use('audience', plan.audience), use('is5g', plan.is5g),
      ],
      productOfferingRelationship: plan.successorId === null ? [] : [{ id: plan.successorId, relationshipType: 'successor' }],
    },
    price: { id: priceId, name: priceId, priceType: 'recurring', recurringChargePeriodType: 'month', recurringChargePeriodLength: 1, price: moneyOf(plan.monthlyFen) },
  };
}

function rates(prices: PriceList): { readonly offering: object; readonly prices: readonly object[] } {
  const named = { 'data-gb': prices.dataGbFen, 'voice-minute': prices.voiceMinuteFen, sms: prices.smsFen, 'roaming-mb': prices.roamingMbFen };
  const list = Object.entries(named).map(([name, fen]) => ({ id: `rate-${name}`, name, priceType: 'usage', price: moneyOf(fen) }));
  return {
    offering: {
      id: 'usage-rates', name: '套餐外资费', lifecycleStatus: 'Active', category: [{ id: 'usage-rates', name: 'usage-rates' }],
      productOfferingPrice: list.map(({ id }) => ({ id })), prodSpecCharValueUse: [use('earlyEndPercent', prices.earlyEndPercent, '%')],
    },
    prices: list,
  };
}

export function offeringsOf(plans: readonly Plan[], products: readonly Product[], priceList: PriceList): { readonly offerings: readonly object[]; readonly prices: readonly object[] } {
  const sold = [...plans.map(planOffering), ...products.map(offeringOf)];
  const beyond = rates(priceList);
  return { offerings: [...sold.map(({ offering }) => offering), beyond.offering], prices: [...sold.map(({ price }) => price), ...beyond.prices] };
}
